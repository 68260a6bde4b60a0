package inventory.alert.domain;

import inventory.model.StockState;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What is low of the items that changed together. Keeps the worst alone, so that memory does not
 * grow with their number.
 */
final class LowStock {

  /** How many items a notice lists; beyond that nobody reads on, and mail servers refuse. */
  static final int MAX_LISTED = 200;

  /** The lowest level first; then by warehouse and item, so that equal input gives equal text. */
  private static final Comparator<StockLevel> WORST_FIRST =
      Comparator.comparing(StockLevel::units).thenComparing(StockLevel::key);

  private final long threshold;
  private final TreeSet<StockLevel> worst = new TreeSet<>(WORST_FIRST);
  private final SortedSet<String> warehouses = new TreeSet<>();
  private int count;

  /**
   * Starts with nothing.
   *
   * @param threshold in units; what is below it is low
   */
  LowStock(long threshold) {
    this.threshold = threshold;
  }

  /** Takes the level in if it is low. */
  void add(StockLevel level) {
    if (StockState.of(level.units(), threshold) == StockState.OK) {
      return;
    }
    count++;
    warehouses.add(level.key().warehouse());
    worst.add(level);
    if (worst.size() > MAX_LISTED) {
      worst.pollLast();
    }
  }

  /** How many are low. */
  int count() {
    return count;
  }

  /** The worst of them, at most {@link #MAX_LISTED}. */
  List<StockLevel> worst() {
    return new ArrayList<>(worst);
  }

  /** The warehouses in which something is low, by name. */
  List<String> warehouses() {
    return new ArrayList<>(warehouses);
  }

  /** The threshold in units. */
  long threshold() {
    return threshold;
  }
}
