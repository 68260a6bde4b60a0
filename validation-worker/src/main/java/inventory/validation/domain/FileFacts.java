package inventory.validation.domain;

import inventory.model.movement.Movement;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A file whose rows have been read, and the matching data in the table. */
public interface FileFacts {

  /** The file's record. */
  FileRecord record();

  /** Whether its rows could be read; if not, the other methods have no meaning. */
  boolean isRead();

  /** The sum of all good rows, in units. */
  BigInteger total();

  /**
   * Visits the movements that the rows give, a few items at a time, each item once.
   *
   * @param visitor receives the movements that the rows give, each with its counterpart in the
   *     table
   */
  Counted forEach(Consumer<List<Pair>> visitor);

  /**
   * The number of rows in a file.
   *
   * @param good rows that can be applied
   * @param bad rows that cannot
   */
  record Counted(long good, long bad) {}

  /**
   * A movement and its counterpart in the table.
   *
   * @param read the movement that the rows give
   * @param recorded the movement in the table, if there is one
   * @param hasLevel whether the item has a level
   */
  record Pair(Movement read, Optional<Movement> recorded, boolean hasLevel) {}
}
