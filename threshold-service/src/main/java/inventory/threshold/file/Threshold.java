package inventory.threshold.file;

import inventory.model.RestockRule;
import java.util.Optional;

/**
 * A restock threshold (requirements T1 and T4).
 *
 * @param target the item, and the warehouse if any
 * @param rule when stock is low and what to order; empty to remove the threshold
 */
public record Threshold(Target target, Optional<RestockRule> rule) {

  /** A threshold of so many units. */
  public Threshold(Target target, long restockIfBelow) {
    this(target, Optional.of(RestockRule.below(restockIfBelow)));
  }

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
