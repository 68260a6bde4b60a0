package inventory.model;

import java.util.Map;

/**
 * Thresholds, and the rule that decides which one applies (requirements T2 and T4): the item's in
 * the warehouse, else the item's, else the default. A pack is the same everywhere, so a warehouse's
 * rule without a pack size has the item's.
 *
 * @param set by the item in one warehouse or in all of them
 * @param otherwise the default in units, for items without a threshold
 */
public record Thresholds(Map<AlertId, RestockRule> set, long otherwise) {

  /** Copies the map. */
  public Thresholds {
    set = Map.copyOf(set);
  }

  /** The threshold of an item in a warehouse, or of its total, in units. */
  public long of(AlertId scope) {
    RestockRule own = set.get(scope);
    if (own == null) {
      own = set.get(AlertId.ofTotal(scope.itemId()));
    }
    return own == null ? otherwise : own.restockIfBelow();
  }

  /** The rule for an item in a warehouse, or for its total. */
  public RestockRule rule(AlertId scope) {
    RestockRule ofItem =
        set.getOrDefault(AlertId.ofTotal(scope.itemId()), RestockRule.below(otherwise));
    RestockRule own = set.get(scope);
    return own == null ? ofItem : own.withPackSizeOf(ofItem);
  }
}
