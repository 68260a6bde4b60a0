package inventory.ingest.domain;

import inventory.model.StockKey;
import java.util.Map;
import java.util.Optional;

/**
 * The last movement of each level that this process has stored, so that the next write of the level
 * can remove its mark without a read. Bounded: what is forgotten, or known to another process, is
 * found by a writer who sees too many marks.
 */
final class DurableMarks {

  /** About 250 bytes each: 16 MB. */
  private static final int MAX_LEVELS = 65_536;

  private final Map<StockKey, String> sources = new BoundedMap<>(MAX_LEVELS);

  synchronized void add(StockKey key, String source) {
    sources.put(key, source);
  }

  synchronized Optional<String> of(StockKey key) {
    return Optional.ofNullable(sources.get(key));
  }

  synchronized void remove(StockKey key, String source) {
    sources.remove(key, source);
  }
}
