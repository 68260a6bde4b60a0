package inventory.reporting.domain.items;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The levels of a warehouse at one time, in any order. */
final class Snapshot {

  private final String id;
  private final String warehouse;
  private final List<Level> byId;
  private final Map<ItemOrder, List<Level>> sorted = new EnumMap<>(ItemOrder.class);

  /**
   * A snapshot of these levels.
   *
   * @param id unique across instances
   * @param levels all levels of the warehouse, by item id
   */
  Snapshot(String id, String warehouse, List<Level> levels) {
    this.id = id;
    this.warehouse = warehouse;
    this.byId = levels;
  }

  String id() {
    return id;
  }

  String warehouse() {
    return warehouse;
  }

  boolean isEmpty() {
    return byId.isEmpty();
  }

  /** Its share of memory in levels; an empty one takes some, too. */
  int weight() {
    return byId.size() + 1;
  }

  boolean hasLevels(List<Level> levels) {
    return byId.equals(levels);
  }

  /** All levels in an order, sorted on first use. */
  synchronized List<Level> in(ItemOrder order, boolean descending) {
    List<Level> ascending =
        sorted.computeIfAbsent(
            order,
            by -> {
              List<Level> copy = new ArrayList<>(byId);
              copy.sort(by.comparator());
              return Collections.unmodifiableList(copy);
            });
    if (!descending) {
      return ascending;
    }
    List<Level> reversed = new ArrayList<>(ascending);
    Collections.reverse(reversed);
    return reversed;
  }

  /** The index of the first level after another, which need not be in the list. */
  static int indexAfter(List<Level> list, Level place, Comparator<Level> order) {
    int found = Collections.binarySearch(list, place, order);
    return found >= 0 ? found + 1 : -found - 1;
  }
}
