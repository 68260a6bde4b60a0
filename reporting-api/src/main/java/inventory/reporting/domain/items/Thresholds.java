package inventory.reporting.domain.items;

import inventory.model.AlertId;
import java.util.Map;

/**
 * Thresholds as files set them, and the rule which of them holds (requirements T2 and T4): the
 * item's own in the warehouse, else the item's, else that of all items.
 *
 * @param set in units, by what they were set for: an item in a warehouse, or everywhere
 * @param otherwise in units, for items of which no file says anything
 */
public record Thresholds(Map<AlertId, Long> set, long otherwise) {

  /** The map is copied, so that a report never changes. */
  public Thresholds {
    set = Map.copyOf(set);
  }

  /** The threshold of an item in a warehouse, or of its total, in units. */
  public long of(AlertId scope) {
    Long own = set.get(scope);
    return own != null ? own : set.getOrDefault(AlertId.ofTotal(scope.itemId()), otherwise);
  }
}
