package inventory.model.movement;

import inventory.model.EventType;
import inventory.model.Position;
import inventory.model.StockKey;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * What one file, or one event, says of one item in one warehouse: the fact that levels follow from.
 *
 * @param key which item in which warehouse
 * @param itemName the item's name in the movement's latest row; empty if an event does not say it
 * @param kind whether it changes the level or states it
 * @param fileId the record of the file that brought it; empty of an event
 * @param source what tells this movement from any other of the same item and moment: the content
 *     for a transaction file, the upload for a count file, the place in the stream for an event
 * @param firstTime the time of its earliest row
 * @param lastTime the time of its latest row
 * @param total units: the sum of the changes, or the count
 * @param rowCount how many rows it merges, 1 or more; a count has 1
 * @param firstLine the lowest line number of its rows; 0 where it is of no file
 * @param lastLine the highest line number of its rows
 * @param rows the rows themselves; empty where they are too many to keep
 * @param event what is known of the event; empty if it is of none
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
    Optional<Rows> rows,
    Optional<Event> event) {

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

  /**
   * An event that was recorded.
   *
   * @param id its id, or what stands for it where it has none
   * @param type what it says
   */
  public record Event(String id, EventType type) {}

  /** Nothing may be null. */
  public Movement {
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(total, "total");
  }

  /** A movement that is of no event. */
  public Movement(
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
    this(
        key,
        itemName,
        kind,
        fileId,
        source,
        firstTime,
        lastTime,
        total,
        rowCount,
        firstLine,
        lastLine,
        rows,
        Optional.empty());
  }

  /**
   * What an event says.
   *
   * @param itemName the item's name; empty if it does not say it
   * @param sequenceNumber its place in the stream
   * @param time when it happened
   * @param units the change, or the count
   */
  public static Movement of(
      Event event,
      StockKey key,
      String itemName,
      Kind kind,
      String sequenceNumber,
      Instant time,
      BigInteger units) {
    return new Movement(
        key,
        itemName,
        kind,
        "",
        Position.streamSource(sequenceNumber),
        time,
        time,
        units,
        1,
        0,
        0,
        Optional.empty(),
        Optional.of(event));
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

  /** Whether two events say the same, wherever in the stream they stand. */
  public boolean saysTheSameAs(Movement other) {
    return key.equals(other.key)
        && itemName.equals(other.itemName)
        && kind == other.kind
        && lastTime.equals(other.lastTime)
        && total.equals(other.total)
        && event.equals(other.event);
  }

  /** Whether it puts the item on the list, or takes it off. */
  public boolean isListing() {
    return event.filter(known -> known.type().isListing()).isPresent();
  }

  /** Whether it takes the item off the list. */
  public boolean isRemoval() {
    return event.filter(known -> known.type() == EventType.PRODUCT_REMOVED).isPresent();
  }

  /**
   * The sum of the changes later than a count. A change of the very moment of a count is in it; but
   * two events of one moment came in an order, and are taken in it (requirement E3).
   *
   * @param counted the position of the count
   * @return units; empty if only the original can tell, as the count lies between rows that were
   *     not kept
   */
  public Optional<BigInteger> changeAfter(String counted) {
    Instant instant = Position.instant(counted);
    if (lastTime.equals(instant) && event.isPresent() && Position.isOfStream(counted)) {
      return Optional.of(position().compareTo(counted) > 0 ? total : BigInteger.ZERO);
    }
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
