package inventory.reporting.domain.movements;

import inventory.model.StockKey;
import java.util.Optional;

/** Where movements are read. */
public interface MovementLog {

  /**
   * Which movements to read, by the time of their latest rows.
   *
   * @param from not before this {@link inventory.model.Position}
   * @param upTo not after this one
   * @param expected how many will probably be read, to size the portions
   */
  record Range(Optional<String> from, Optional<String> upTo, int expected) {}

  /**
   * The movements of an item in a warehouse, the newest first, read in portions as the caller goes
   * on.
   */
  Iterable<Movement> newestFirst(StockKey key, Range range);
}
