package inventory.ingest.domain;

import inventory.model.StockKey;
import java.util.LinkedHashMap;
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

  private static final float LOAD = 0.75f;

  private final Map<StockKey, String> sources =
      new LinkedHashMap<>(16, LOAD, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<StockKey, String> eldest) {
          return size() > MAX_LEVELS;
        }
      };

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
