package inventory.model;

import java.math.BigInteger;

/**
 * How stock stands against its threshold (requirements T2, A1 and A2), from the best to the worst.
 */
public enum StockState {
  /** At or above the threshold. */
  OK,
  /** Strictly below the threshold, and something is left. */
  LOW,
  /** Below the threshold, and nothing is left: zero or less, as levels may turn negative (I6). */
  OUT;

  /** Stock of an item without a threshold of its own is low below this level, in units. */
  public static final long DEFAULT_THRESHOLD = 10;

  /**
   * The state of a level.
   *
   * @param stockLevel units in stock, possibly negative
   * @param restockIfBelow the threshold in units, 0 or more
   */
  public static StockState of(BigInteger stockLevel, long restockIfBelow) {
    if (stockLevel.compareTo(BigInteger.valueOf(restockIfBelow)) >= 0) {
      return OK;
    }
    return stockLevel.signum() > 0 ? LOW : OUT;
  }

  /** Whether this state is worse than another. */
  public boolean isWorseThan(StockState other) {
    return compareTo(other) > 0;
  }
}
