package inventory.reporting.domain.alerts;

import java.util.Map;

/**
 * The number of open alerts.
 *
 * @param all all open alerts, including those on totals
 * @param byWarehouse the open alerts of each warehouse that has any
 */
public record AlertCounts(LowAndOut all, Map<String, LowAndOut> byWarehouse) {

  /** Copies the map. */
  public AlertCounts {
    byWarehouse = Map.copyOf(byWarehouse);
  }

  /** The counts of a warehouse. */
  public LowAndOut of(String warehouse) {
    return byWarehouse.getOrDefault(warehouse, LowAndOut.NONE);
  }

  /**
   * Items by their state.
   *
   * @param low items below their thresholds that are still in stock
   * @param out items that are out of stock
   */
  public record LowAndOut(long low, long out) {

    /** No items. */
    public static final LowAndOut NONE = new LowAndOut(0, 0);

    /** The sum of both. */
    public LowAndOut plus(LowAndOut other) {
      return new LowAndOut(low + other.low, out + other.out);
    }
  }
}
