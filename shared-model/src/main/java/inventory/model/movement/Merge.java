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
 * Merges the rows of a file into movements, in bounded memory: where they do not fit, half of the
 * items is given up for now, and named in {@link #deferred()}, to be read in a further pass. An
 * item is never divided, so that its movement is the same however many passes there were.
 */
public final class Merge {

  private final long budget;
  private final Map<StockKey, MovementBuilder> builders = new HashMap<>();
  private final List<HashRange> deferred = new ArrayList<>();
  private HashRange range;
  private long used;

  /**
   * The budget of files that are merged beside each other.
   *
   * @param percent of the heap that all of them may take together
   * @param files how many there are
   * @return bytes for each
   */
  public static long budget(int percent, int files) {
    return Runtime.getRuntime().maxMemory() / 100 * percent / files;
  }

  /**
   * Begins a pass.
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

  /** Merges a row, if need be giving up others. */
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
