package inventory.model.movement;

import inventory.model.EventType;
import inventory.model.Hex;
import inventory.model.Position;
import inventory.model.StockKey;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * What one file, or one event, states about one item in one warehouse. Levels follow from
 * movements.
 *
 * @param key which item in which warehouse
 * @param itemName the item's name in the movement's latest row; empty if an event does not have it
 * @param kind whether it changes the level or states it
 * @param fileId the record of its file; empty for an event
 * @param source what distinguishes this movement from others of the same item and time: the content
 *     for a transaction file, the upload for a count file, the position in the stream for an event
 * @param firstTime the time of its earliest row
 * @param lastTime the time of its latest row
 * @param total units: the sum of the changes, or the count
 * @param rowCount how many rows it merges, 1 or more; a count has 1
 * @param firstLine the lowest line number of its rows; 0 if it is not from a file
 * @param lastLine the highest line number of its rows
 * @param rows the rows themselves; empty if they are too many to keep
 * @param event the event's id and type; empty if it is not from an event
 * @param recordedAt when its level first had it, by the clock of the process that wrote the level;
 *     empty until then
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
    Optional<Event> event,
    Optional<Instant> recordedAt) {

  /**
   * The prefix of a correction's source, see {@link #isCorrection}. The sources of files are
   * hexadecimal digits, so none of them has this prefix.
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
   * @param id its id, or the derived id of an event without one
   * @param type its type
   */
  public record Event(String id, EventType type) {}

  /** Nothing may be null. */
  public Movement {
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(total, "total");
  }

  /** A movement that is not from an event, and not recorded yet. */
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
        Optional.empty(),
        Optional.empty());
  }

  /**
   * The movement of an event.
   *
   * @param itemName the item's name; empty if the event does not have it
   * @param sequenceNumber its position in the stream
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
        Optional.of(event),
        Optional.empty());
  }

  /** Its position on the timeline, which is also its identity among the item's movements. */
  public String position() {
    return Position.of(lastTime, source);
  }

  /** The same fact at another position of the stream, or of another source. */
  public Movement from(String otherSource) {
    return with(otherSource, recordedAt);
  }

  /** The same movement, recorded at a time. */
  public Movement recorded(Optional<Instant> at) {
    return with(source, at);
  }

  private Movement with(String otherSource, Optional<Instant> at) {
    return new Movement(
        key,
        itemName,
        kind,
        fileId,
        otherSource,
        firstTime,
        lastTime,
        total,
        rowCount,
        firstLine,
        lastLine,
        rows,
        event,
        at);
  }

  /** Whether it consists of several rows that it does not have: only the original has them. */
  public boolean lacksRows() {
    return rowCount > 1 && rows.isEmpty();
  }

  /**
   * Whether it is not a fact, but records that a rebuild corrected the level. It is a change of 0
   * and affects neither the item's name nor the time of its latest movement.
   */
  public boolean isCorrection() {
    return source.startsWith(CORRECTION_PREFIX);
  }

  /** A digest of what it states: equal for two events that state the same at any position. */
  public String statement() {
    return Hex.sha256(
        String.join(
            "\n",
            kind.name(),
            lastTime.toString(),
            total.toString(),
            event.map(known -> known.type().name()).orElse(""),
            itemName));
  }

  /** Whether it lists or delists the item. */
  public boolean isListing() {
    return event.filter(known -> known.type().isListing()).isPresent();
  }

  /** Whether it delists the item. */
  public boolean isRemoval() {
    return event.filter(known -> known.type() == EventType.PRODUCT_REMOVED).isPresent();
  }

  /**
   * The sum of the changes later than a count. A change at the exact time of a count is included in
   * the count. Two events at the same time, however, keep their order (requirement E3).
   *
   * @param counted the position of the count
   * @return units; empty if the count is between rows that were not kept, so only the original has
   *     the answer
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
