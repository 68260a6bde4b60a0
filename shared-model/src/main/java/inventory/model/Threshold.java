package inventory.model;

import java.math.BigInteger;

/** The rule that tells low stock from enough (requirements T2 and A1). */
public final class Threshold {

  /** Stock of an item without a threshold of its own is low below this level, in units. */
  public static final long DEFAULT = 10;

  private Threshold() {}

  /**
   * Whether stock is low: strictly below the threshold.
   *
   * @param stockLevel units in stock, possibly negative
   * @param restockIfBelow the threshold in units
   */
  public static boolean isLow(BigInteger stockLevel, long restockIfBelow) {
    return stockLevel.compareTo(BigInteger.valueOf(restockIfBelow)) < 0;
  }

  /** Whether there is nothing left: zero or below, as requirement I6 lets levels turn negative. */
  public static boolean isOut(BigInteger stockLevel) {
    return stockLevel.signum() <= 0;
  }
}
