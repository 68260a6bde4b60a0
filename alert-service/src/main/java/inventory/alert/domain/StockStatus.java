package inventory.alert.domain;

import inventory.model.AlertId;
import inventory.model.RestockRule;
import inventory.model.StockState;
import java.math.BigInteger;

/**
 * A stock level and its threshold, as they are now.
 *
 * @param alert the item in a warehouse, or the item's total
 * @param itemName the item's name
 * @param level units in stock, possibly negative
 * @param rule when stock is low and what to order
 * @param removed whether the item is off the list; it then raises no alert
 */
public record StockStatus(
    AlertId alert, String itemName, BigInteger level, RestockRule rule, boolean removed) {

  /** A status by a threshold alone, in units. */
  public StockStatus(
      AlertId alert, String itemName, BigInteger level, long threshold, boolean removed) {
    this(alert, itemName, level, RestockRule.below(threshold), removed);
  }

  /** Units below which stock is low, 0 or more. */
  public long threshold() {
    return rule.restockIfBelow();
  }

  /** The state that follows from level and threshold. */
  public StockState state() {
    return removed ? StockState.OK : StockState.of(level, threshold());
  }
}
