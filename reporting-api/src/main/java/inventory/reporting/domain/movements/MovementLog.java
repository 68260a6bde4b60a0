package inventory.reporting.domain.movements;

import inventory.model.StockKey;
import inventory.model.table.MovementItem;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/**
 * Reads movements, strongly consistent. Whoever reads the movements of a level has read the level
 * before: its marks are movements that may not be stored yet.
 */
public interface MovementLog {

  /**
   * Selects movements by the time of their latest rows.
   *
   * @param from not before this {@link inventory.model.Position}
   * @param upTo not after this one
   * @param expected the number that will probably be read, to size the requests
   */
  record Range(Optional<String> from, Optional<String> upTo, int expected) {

    /** Whether a movement is within it. */
    public boolean has(MovementItem item) {
      String position = item.movement().position();
      return from.map(begin -> position.compareTo(begin) >= 0).orElse(true)
          && upTo.map(end -> position.compareTo(end) <= 0).orElse(true);
    }
  }

  /**
   * The levels of an item in all warehouses; a level may be missing for moments after its first
   * movement. Costs a query and a read for each warehouse.
   */
  Map<StockKey, LevelState> levels(String itemId);

  /** The levels with these keys that exist. Costs a read for each. */
  Map<StockKey, LevelState> levels(Collection<StockKey> keys);

  /**
   * The movements of an item in a warehouse, newest first, read while the caller iterates.
   *
   * @param marks the marks of the level, which was read before
   */
  Iterable<MovementItem> newestFirst(StockKey key, Range range, Collection<MovementItem> marks);
}
