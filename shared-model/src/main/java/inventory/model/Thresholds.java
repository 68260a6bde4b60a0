package inventory.model;

import java.util.Map;

/**
 * Thresholds, and the rule that decides which one applies (requirements T2 and T4): the item's in
 * the warehouse, else the item's, else the default.
 *
 * @param set in units, by the item in one warehouse or in all of them
 * @param otherwise the default in units, for items without a threshold
 */
public record Thresholds(Map<AlertId, Long> set, long otherwise) {

  /** Copies the map. */
  public Thresholds {
    set = Map.copyOf(set);
  }

  /** The threshold of an item in a warehouse, or of its total, in units. */
  public long of(AlertId scope) {
    Long own = set.get(scope);
    return own != null ? own : set.getOrDefault(AlertId.ofTotal(scope.itemId()), otherwise);
  }
}
