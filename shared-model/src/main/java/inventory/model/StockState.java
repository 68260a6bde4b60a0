package inventory.model;

import java.math.BigInteger;

/**
 * The state of stock compared with its threshold (requirements T2, A1 and A2), from best to worst.
 */
public enum StockState {
  /** At or above the threshold, and at least one unit is left. */
  OK,
  /** Strictly below the threshold, and at least one unit is left. */
  LOW,
  /** Zero or less, whatever the threshold; levels may be negative (requirement I6). */
  OUT;

  /** An item without a threshold of its own is low below this level, in units. */
  public static final long DEFAULT_THRESHOLD = 10;

  /**
   * The state of a level.
   *
   * @param stockLevel units in stock, possibly negative
   * @param restockIfBelow the threshold in units, 0 or more
   */
  public static StockState of(BigInteger stockLevel, long restockIfBelow) {
    if (stockLevel.signum() <= 0) {
      return OUT;
    }
    return stockLevel.compareTo(BigInteger.valueOf(restockIfBelow)) < 0 ? LOW : OK;
  }

  /** Whether this state is worse than another. */
  public boolean isWorseThan(StockState other) {
    return compareTo(other) > 0;
  }
}
