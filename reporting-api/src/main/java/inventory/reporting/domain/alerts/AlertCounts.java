package inventory.reporting.domain.alerts;

import java.util.Map;

/**
 * How many alerts are open.
 *
 * @param all in all, those on totals included
 * @param byWarehouse those of each warehouse that has any
 */
public record AlertCounts(LowAndOut all, Map<String, LowAndOut> byWarehouse) {

  /** The map is copied, so that counts never change. */
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
   * @param low below their thresholds, with something left
   * @param out with nothing left
   */
  public record LowAndOut(long low, long out) {

    /** Nothing is low. */
    public static final LowAndOut NONE = new LowAndOut(0, 0);

    /** Both together. */
    public LowAndOut plus(LowAndOut other) {
      return new LowAndOut(low + other.low, out + other.out);
    }
  }
}
