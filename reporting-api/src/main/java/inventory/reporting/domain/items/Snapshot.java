package inventory.reporting.domain.items;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The levels of a warehouse as they were when they were read, in any order. */
final class Snapshot {

  private final String id;
  private final String warehouse;
  private final List<Level> byId;
  private final Map<ItemOrder, List<Level>> sorted = new EnumMap<>(ItemOrder.class);

  /**
   * Keeps them.
   *
   * @param id tells it from every other snapshot
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

  /** How much of the memory it takes, in levels; an empty one takes some, too. */
  int weight() {
    return byId.size() + 1;
  }

  boolean holds(List<Level> levels) {
    return byId.equals(levels);
  }

  /** All levels in an order; sorted when it is first asked for. */
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

  /** The index of the first level behind a place, whether or not that is in the list itself. */
  static int behind(List<Level> list, Level place, Comparator<Level> order) {
    int found = Collections.binarySearch(list, place, order);
    return found >= 0 ? found + 1 : -found - 1;
  }
}
