package inventory.model.movement;

import inventory.model.Position;
import inventory.model.StockKey;
import java.time.Instant;

/**
 * The rows of one item in one file that are later than a moment.
 *
 * @param fileId the file's record
 * @param key which item in which warehouse
 * @param after the moment; a row at this very moment is not included
 */
public record RowsAfter(String fileId, StockKey key, Instant after) {

  /**
   * The rows of a movement that are later than a count.
   *
   * @param counted the position of the count
   */
  public static RowsAfter of(Movement movement, String counted) {
    return new RowsAfter(movement.fileId(), movement.key(), Position.instant(counted));
  }
}
