package inventory.movement;

import inventory.model.StockKey;
import inventory.model.table.PackedRows;
import inventory.model.table.Position;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * What one file says of one item in one warehouse: the fact that levels follow from.
 *
 * @param key which item in which warehouse
 * @param itemName the item's name in the movement's latest row
 * @param kind whether it changes the level or states it
 * @param fileId the record of the file that brought it
 * @param source what tells this movement from any other of the same item and moment: the content
 *     for a transaction file, the upload for a count file
 * @param firstTime the time of its earliest row
 * @param lastTime the time of its latest row
 * @param total units: the sum of the changes, or the count
 * @param rowCount how many rows it merges, 1 or more; a count has 1
 * @param firstLine the lowest line number of its rows; 0 where it is of no file
 * @param lastLine the highest line number of its rows
 * @param rows the rows themselves; empty where they are too many to keep
 */
public record Movement(
    StockKey key,
    String itemName,
    Kind kind,
    String fileId,
    String source,
    Instant firstTime,
    Instant lastTime,
    BigInteger total,
    int rowCount,
    int firstLine,
    int lastLine,
    Optional<Rows> rows) {

  /**
   * What the source of a correction begins with, see {@link #isCorrection}. The sources of files
   * are hexadecimal digits, so that none of them begins like that.
   */
  public static final String CORRECTION_PREFIX = "rebuild-";

  /** Whether a movement adds to a level or sets it. */
  public enum Kind {
    /** Units in or out. */
    CHANGE,
    /** Units found. */
    COUNT
  }

  /**
   * Packed rows, see {@link PackedRows}.
   *
   * @param packed the bytes, never changed
   */
  @SuppressWarnings("ArrayRecordComponent") // Compared by nobody; copies would cost memory.
  public record Rows(byte[] packed) {}

  /** Nothing may be null. */
  public Movement {
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(total, "total");
  }

  /** Its place on the timeline, which is also its identity among the item's movements. */
  public String position() {
    return Position.of(lastTime, source);
  }

  /**
   * Whether it is no fact, but tells that a rebuild set the level right: a change of 0, which says
   * nothing of the item's name or of when it last moved.
   */
  public boolean isCorrection() {
    return source.startsWith(CORRECTION_PREFIX);
  }

  /**
   * The sum of the changes later than an instant.
   *
   * @return units; empty if only the original can tell, as the instant lies between rows that were
   *     not kept
   */
  public Optional<BigInteger> changeAfter(Instant instant) {
    if (!lastTime.isAfter(instant)) {
      return Optional.of(BigInteger.ZERO);
    }
    if (firstTime.isAfter(instant)) {
      return Optional.of(total);
    }
    return rows.map(kept -> sumAfter(kept.packed(), instant));
  }

  private static BigInteger sumAfter(byte[] packed, Instant instant) {
    return PackedRows.read(packed).stream()
        .filter(row -> row.time().isAfter(instant))
        .map(row -> BigInteger.valueOf(row.change()))
        .reduce(BigInteger.ZERO, BigInteger::add);
  }
}
