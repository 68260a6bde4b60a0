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
 * The most recently used snapshots, up to a total number of levels of about 400 bytes each. Clients
 * may still request their pages.
 */
final class Snapshots {

  private final StockReports stock;
  private final Supplier<String> ids;
  private final LongSupplier nanos;
  private final int maxLevels;
  private final Map<String, CachedValue<Snapshot>> current = new ConcurrentHashMap<>();
  private final Map<String, Snapshot> kept = new LinkedHashMap<>(16, 0.75f, true);

  /**
   * An empty cache.
   *
   * @param ids generates ids of snapshots, unique across instances
   * @param nanos a monotonic clock in nanoseconds
   * @param maxLevels the number of levels in all snapshots, and the limit for one warehouse
   */
  Snapshots(StockReports stock, Supplier<String> ids, LongSupplier nanos, int maxLevels) {
    this.stock = stock;
    this.ids = ids;
    this.nanos = nanos;
    this.maxLevels = maxLevels;
  }

  /**
   * The current snapshot of a warehouse; a large warehouse is read again less often.
   *
   * @throws TooManyItemsException if the warehouse has too many items
   */
  Snapshot of(String warehouse) {
    Snapshot snapshot =
        current
            .computeIfAbsent(warehouse, name -> new CachedValue<>(() -> take(name), nanos))
            .get();
    keep(snapshot);
    return snapshot;
  }

  /** The snapshot with this id, if it is cached and belongs to this warehouse. */
  synchronized Optional<Snapshot> find(String id, String warehouse) {
    return Optional.ofNullable(kept.get(id)).filter(one -> one.warehouse().equals(warehouse));
  }

  /** Forgets a warehouse that does not exist. */
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
    // While nothing changes, the snapshot stays the same, so cursors and ETags do, too.
    return latest(warehouse)
        .filter(before -> before.hasLevels(levels))
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
