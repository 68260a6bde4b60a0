package inventory.validation.domain;

import inventory.model.movement.Movement;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A file whose rows have been read, beside what the table holds of it. */
public interface FileFacts {

  /** The file's record. */
  FileRecord record();

  /** Whether its rows could be read; where not, the rest tells nothing. */
  boolean isRead();

  /** The sum of all good rows, in units, added up one by one. */
  BigInteger total();

  /**
   * Goes through what the rows make, some items at a time, each item once.
   *
   * @param visitor is handed the movements that the rows make, and those that the table has in
   *     their places
   */
  Counted forEach(Consumer<List<Pair>> visitor);

  /**
   * The rows of a file.
   *
   * @param good how many can be applied
   * @param bad how many cannot
   */
  record Counted(long good, long bad) {}

  /**
   * A movement twice.
   *
   * @param read as the rows give it now
   * @param recorded as it stands in the table, if it does
   * @param hasLevel whether the item has a level
   */
  record Pair(Movement read, Optional<Movement> recorded, boolean hasLevel) {}
}
