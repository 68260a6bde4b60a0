package inventory.model.movement;

import inventory.model.StockKey;
import inventory.model.csv.Row;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Merges rows into movements, until their items use more memory than they may. */
public final class Merge {

  private final long budget;
  private final Map<StockKey, MovementBuilder> builders = new HashMap<>();
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
   * Starts without rows.
   *
   * @param budget bytes of memory
   */
  public Merge(long budget) {
    this.budget = budget;
  }

  /** Whether several items use more memory than the budget. A single item always fits. */
  boolean isFull() {
    return used > budget && builders.size() > 1;
  }

  /** The builder of a row's item; null if this is its first row. */
  public MovementBuilder find(Row row) {
    return builders.get(row.key());
  }

  /** Merges a row. */
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
}
