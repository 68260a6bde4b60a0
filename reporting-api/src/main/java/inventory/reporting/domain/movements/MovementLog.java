package inventory.reporting.domain.movements;

import inventory.model.StockKey;
import inventory.model.movement.Closing;
import inventory.model.table.MovementItem;
import inventory.reporting.domain.Page;
import inventory.reporting.domain.items.Level;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

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
  default Map<StockKey, LevelState> levels(String itemId) {
    Map<StockKey, LevelState> states = new TreeMap<>();
    levelsOf(itemId).forEach(there -> states.put(there.level().key(), there.state()));
    return states;
  }

  /** The levels with these keys that exist. Costs a read for each. */
  Map<StockKey, LevelState> levels(Collection<StockKey> keys);

  /**
   * The items of a warehouse in the order of their ids.
   *
   * @param limit the number of items, at least 1
   * @param afterItemId only items after this one
   */
  Page<ListedLevel, String> levelsIn(String warehouse, int limit, Optional<String> afterItemId);

  /** The levels of an item by warehouse, as {@link #levels(String)} finds them. */
  List<ListedLevel> levelsOf(String itemId);

  /**
   * A level in a list.
   *
   * @param level what reports show
   * @param state what its history needs
   */
  record ListedLevel(Level level, LevelState state) {}

  /**
   * The daily closings of an item in a warehouse, read while the caller iterates.
   *
   * @param first the first day in UTC
   * @param last the last day, included
   * @param isAscending whether the earliest comes first
   */
  Iterable<Closing> closings(StockKey key, LocalDate first, LocalDate last, boolean isAscending);

  /**
   * The movements of an item in a warehouse later than a position, oldest first, read while the
   * caller iterates.
   *
   * @param after a {@link inventory.model.Position}
   * @param marks the marks of the level, which was read before
   */
  Iterable<MovementItem> oldestFirst(StockKey key, String after, Collection<MovementItem> marks);

  /**
   * The movements of an item in a warehouse, newest first, read while the caller iterates.
   *
   * @param marks the marks of the level, which was read before
   */
  Iterable<MovementItem> newestFirst(StockKey key, Range range, Collection<MovementItem> marks);
}
