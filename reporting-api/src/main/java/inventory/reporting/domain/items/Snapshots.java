package inventory.reporting.domain.items;

import inventory.reporting.domain.CachedValue;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * The snapshots whose pages somebody may still be turning: the most recently used ones, up to a
 * number of levels in all, some 400 bytes each.
 */
final class Snapshots {

  private final StockReports stock;
  private final Supplier<String> ids;
  private final LongSupplier nanos;
  private final int maxLevels;
  private final Map<String, CachedValue<Snapshot>> current = new ConcurrentHashMap<>();
  private final Map<String, Snapshot> kept = new LinkedHashMap<>(16, 0.75f, true);

  /**
   * Keeps none yet.
   *
   * @param ids gives each snapshot an id that no other has, in this process or in another
   * @param nanos the time of a clock that only goes forward, in nanoseconds
   * @param maxLevels how many levels are kept in all, and how many one warehouse may have
   */
  Snapshots(StockReports stock, Supplier<String> ids, LongSupplier nanos, int maxLevels) {
    this.stock = stock;
    this.ids = ids;
    this.nanos = nanos;
    this.maxLevels = maxLevels;
  }

  /**
   * A warehouse as of now, or as of a little ago where it is large.
   *
   * @throws TooManyItemsException if it has too many items
   */
  Snapshot of(String warehouse) {
    Snapshot snapshot =
        current
            .computeIfAbsent(warehouse, name -> new CachedValue<>(() -> take(name), nanos))
            .get();
    keep(snapshot);
    return snapshot;
  }

  /** The snapshot of this id, if it is kept, and one of this warehouse. */
  synchronized Optional<Snapshot> find(String id, String warehouse) {
    return Optional.ofNullable(kept.get(id)).filter(one -> one.warehouse().equals(warehouse));
  }

  /** Drops what is known of a warehouse that there is none of. */
  synchronized void forget(String warehouse) {
    current.remove(warehouse);
    kept.values().removeIf(snapshot -> snapshot.warehouse().equals(warehouse));
  }

  private Snapshot take(String warehouse) {
    List<Level> levels = new ArrayList<>();
    for (Level level : stock.allOf(warehouse)) {
      if (levels.size() == maxLevels) {
        throw new TooManyItemsException(warehouse, maxLevels);
      }
      levels.add(level);
    }
    // Whoever asks again while nothing has changed gets the same answer, the same places included.
    return latest(warehouse)
        .filter(before -> before.holds(levels))
        .orElseGet(() -> new Snapshot(ids.get(), warehouse, List.copyOf(levels)));
  }

  private synchronized Optional<Snapshot> latest(String warehouse) {
    return kept.values().stream()
        .filter(snapshot -> snapshot.warehouse().equals(warehouse))
        .reduce((one, later) -> later);
  }

  private synchronized void keep(Snapshot snapshot) {
    kept.put(snapshot.id(), snapshot);
    long levels = kept.values().stream().mapToLong(Snapshot::weight).sum();
    Iterator<Snapshot> oldest = kept.values().iterator();
    while (levels > maxLevels + 1L) {
      Snapshot dropped = oldest.next();
      oldest.remove();
      levels -= dropped.weight();
      current.remove(dropped.warehouse());
    }
  }
}
