package inventory.model;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/**
 * A place on the timeline, as text that sorts like the timeline: an instant, then the source that
 * stated the fact. The source gives two facts at the same instant a fixed order.
 */
public final class Position {

  // Always nine fraction digits: text of a fixed width sorts like its instant.
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSSSSS'Z'").withZone(ZoneOffset.UTC);

  private static final int TIME_LENGTH = 30;

  // Sorts after hexadecimal digits, so events follow files at the same instant.
  private static final String STREAM_PREFIX = "stream-";

  // A sequence number has at most 128 digits.
  private static final int LENGTH_DIGITS = 3;

  /** Sorts before every position. */
  public static final String NONE = "-";

  /** After a {@link #time}: sorts behind every position of the same instant. */
  public static final String LAST = "#\uFFFF";

  private Position() {}

  /**
   * The text of an instant from the years 0000 to 9999: 30 characters, UTC, nine fraction digits.
   * It sorts before every position of the same instant.
   */
  public static String time(Instant instant) {
    return TIME.format(instant);
  }

  /**
   * The position of a fact.
   *
   * @param instant when the fact held
   * @param source what stated the fact, such as the id of a file
   */
  public static String of(Instant instant, String source) {
    return time(instant) + "#" + source;
  }

  /**
   * The source of a fact from the stream. Sources of one stream sort like its records.
   *
   * @param sequenceNumber the record's, in decimal digits without a leading zero
   */
  public static String streamSource(String sequenceNumber) {
    return "%s%03d-%s".formatted(STREAM_PREFIX, sequenceNumber.length(), sequenceNumber);
  }

  /** Whether the fact at a position is from the stream. */
  public static boolean isOfStream(String position) {
    return position.startsWith(STREAM_PREFIX, TIME_LENGTH + 1);
  }

  /** The sequence number in a position that {@link #isOfStream}. */
  public static String sequenceNumber(String position) {
    return position.substring(TIME_LENGTH + 1 + STREAM_PREFIX.length() + LENGTH_DIGITS + 1);
  }

  /** The instant of a position, or of a {@link #time}. */
  public static Instant instant(String position) {
    return Instant.parse(position.substring(0, TIME_LENGTH));
  }

  /**
   * The earlier of two positions, or times.
   *
   * @param one empty if there is none
   */
  public static String earlier(Optional<String> one, String other) {
    return one.filter(position -> position.compareTo(other) < 0).orElse(other);
  }

  /** The source of a position. */
  public static String source(String position) {
    return position.substring(TIME_LENGTH + 1);
  }
}
