package inventory.threshold.file;

import java.util.Optional;

/**
 * A restock threshold (requirements T1 and T4).
 *
 * @param target the item, and the warehouse if any
 * @param restockIfBelow stock is low below this level, in units, 0 or more
 */
public record Threshold(Target target, long restockIfBelow) {

  /**
   * An item in all warehouses, or in one.
   *
   * @param itemId the item's identifier, see {@link inventory.model.Names}
   * @param warehouse the warehouse; empty for all
   */
  public record Target(String itemId, Optional<String> warehouse) {}

  /** The item's identifier. */
  public String itemId() {
    return target.itemId();
  }

  /** The warehouse; empty for all. */
  public Optional<String> warehouse() {
    return target.warehouse();
  }
}
