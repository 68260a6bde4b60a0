package inventory.reporting.domain.alerts;

/**
 * The number of open alerts.
 *
 * @param low on items below their thresholds that are still in stock
 * @param out on items that are out of stock
 */
public record LowAndOut(long low, long out) {

  /** The sum of both. */
  public LowAndOut plus(LowAndOut other) {
    return new LowAndOut(low + other.low, out + other.out);
  }
}
