package inventory.model.movement;

import inventory.model.StockKey;
import inventory.model.csv.Row;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Merges the rows of a file into movements, in bounded memory. If they do not fit, half of the
 * items is deferred to a later pass, see {@link #deferred()}. An item is never divided, so its
 * movement does not depend on the number of passes.
 */
public final class Merge {

  private final long budget;
  private final Map<StockKey, MovementBuilder> builders = new HashMap<>();
  private final List<HashRange> deferred = new ArrayList<>();
  private HashRange range;
  private long used;

  /**
   * The budget of each file when several are merged at a time.
   *
   * @param percent of the heap that all of them may use together
   * @param files how many are merged at a time
   * @return bytes for each
   */
  public static long budget(int percent, int files) {
    return Runtime.getRuntime().maxMemory() / 100 * percent / files;
  }

  /**
   * Starts a pass.
   *
   * @param range the part of the file's items to merge
   * @param budget bytes of memory to stay within
   */
  public Merge(HashRange range, long budget) {
    this.range = range;
    this.budget = budget;
  }

  /** Whether a row's item is in the part that is being merged. */
  public boolean isOfThisPass(Row row) {
    return range.contains(row.key());
  }

  /** The builder of a row's item; null if this is its first row. */
  public MovementBuilder find(Row row) {
    return builders.get(row.key());
  }

  /** Merges a row, and defers items if they no longer fit. */
  public void add(Row row) {
    MovementBuilder builder = builders.get(row.key());
    if (builder == null) {
      builder = new MovementBuilder(row);
      builders.put(row.key(), builder);
      used += builder.footprint();
    } else {
      long before = builder.footprint();
      builder.add(row);
      used += builder.footprint() - before;
    }
    while (used > budget && range.canBeSplit()) {
      deferHalf();
    }
  }

  /** The items that were merged. */
  public Set<StockKey> keys() {
    return builders.keySet();
  }

  /** How many rows were merged. */
  public long rows() {
    return builders.values().stream().mapToLong(MovementBuilder::rowCount).sum();
  }

  /** The movements, built one by one while they are read. */
  public Iterable<Movement> movements(Origin origin) {
    return () ->
        builders.entrySet().stream()
            .map(entry -> entry.getValue().build(entry.getKey(), origin))
            .iterator();
  }

  /** The parts that did not fit. */
  public List<HashRange> deferred() {
    return deferred;
  }

  private void deferHalf() {
    deferred.add(range.upperHalf());
    range = range.lowerHalf();
    Iterator<Map.Entry<StockKey, MovementBuilder>> entries = builders.entrySet().iterator();
    while (entries.hasNext()) {
      Map.Entry<StockKey, MovementBuilder> entry = entries.next();
      if (!range.contains(entry.getKey())) {
        used -= entry.getValue().footprint();
        entries.remove();
      }
    }
  }
}
