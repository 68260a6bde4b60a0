package inventory.model;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * A place on the timeline as text that sorts as the timeline does: an instant, then the source that
 * stated the fact, so that two facts of one instant have an order, and always the same one.
 */
public final class Position {

  // Nine digits always: text of one width sorts as its instant does.
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSSSSS'Z'").withZone(ZoneOffset.UTC);

  private static final int TIME_LENGTH = 30;

  // Behind the hexadecimal digits of a file's source, so that events of a moment follow its files.
  private static final String STREAM_PREFIX = "stream-";

  // A stream's sequence numbers have 128 digits at most.
  private static final int LENGTH_DIGITS = 3;

  /** Sorts before every position. */
  public static final String NONE = "-";

  private Position() {}

  /**
   * The text of an instant of the years 0000 to 9999: 30 characters, UTC, nine fraction digits. It
   * sorts before every position of the same instant.
   */
  public static String time(Instant instant) {
    return TIME.format(instant);
  }

  /**
   * The position of a fact.
   *
   * @param instant when the fact held
   * @param source what stated it, such as the id of a file
   */
  public static String of(Instant instant, String source) {
    return time(instant) + "#" + source;
  }

  /**
   * The source of a fact that came by the stream: sources of one stream sort as its records do.
   *
   * @param sequenceNumber the record's, in decimal digits without a leading zero
   */
  public static String streamSource(String sequenceNumber) {
    return "%s%03d-%s".formatted(STREAM_PREFIX, sequenceNumber.length(), sequenceNumber);
  }

  /** Whether the fact at a position came by the stream. */
  public static boolean isOfStream(String position) {
    return position.startsWith(STREAM_PREFIX, TIME_LENGTH + 1);
  }

  /** The sequence number of the record by which the fact at a position {@link #isOfStream} came. */
  public static String sequenceNumber(String position) {
    return position.substring(TIME_LENGTH + 1 + STREAM_PREFIX.length() + LENGTH_DIGITS + 1);
  }

  /** The instant of a position, or of a {@link #time}. */
  public static Instant instant(String position) {
    return Instant.parse(position.substring(0, TIME_LENGTH));
  }

  /** The source of a position. */
  public static String source(String position) {
    return position.substring(TIME_LENGTH + 1);
  }
}
