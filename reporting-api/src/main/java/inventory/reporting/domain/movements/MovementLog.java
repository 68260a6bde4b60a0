package inventory.reporting.domain.movements;

import inventory.model.StockKey;
import java.util.Optional;

/** Reads movements. */
public interface MovementLog {

  /**
   * Selects movements by the time of their latest rows.
   *
   * @param from not before this {@link inventory.model.Position}
   * @param upTo not after this one
   * @param expected the number that will probably be read, to size the requests
   */
  record Range(Optional<String> from, Optional<String> upTo, int expected) {}

  /** The movements of an item in a warehouse, newest first, read while the caller iterates. */
  Iterable<Movement> newestFirst(StockKey key, Range range);
}
