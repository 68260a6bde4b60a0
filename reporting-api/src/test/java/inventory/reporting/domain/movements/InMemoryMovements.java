package inventory.reporting.domain.movements;

import inventory.model.StockKey;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Movements in memory; counts the reads. */
final class InMemoryMovements implements MovementLog {

  private final Map<StockKey, NavigableMap<String, Movement>> partitions = new HashMap<>();
  private int read;

  void put(String itemId, Movement movement) {
    partitions
        .computeIfAbsent(new StockKey(movement.warehouse(), itemId), key -> new TreeMap<>())
        .put(movement.position(), movement);
  }

  /** The number of movements read since the last call. */
  int takeReadCount() {
    int count = read;
    read = 0;
    return count;
  }

  @Override
  public Iterable<Movement> newestFirst(StockKey key, Range range) {
    NavigableMap<String, Movement> part = partitions.getOrDefault(key, new TreeMap<>());
    if (range.from().isPresent()) {
      part = part.tailMap(range.from().get(), true);
    }
    if (range.upTo().isPresent()) {
      part = part.headMap(range.upTo().get(), true);
    }
    Iterator<Movement> movements = part.descendingMap().values().iterator();
    return () -> counting(movements);
  }

  private Iterator<Movement> counting(Iterator<Movement> movements) {
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return movements.hasNext();
      }

      @Override
      public Movement next() {
        read++;
        return movements.next();
      }
    };
  }
}
