package inventory.model.csv;

import com.ethlo.time.ITU;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.util.Optional;

/** Reads ISO 8601 timestamps with any offset and 0 to 9 fraction digits (requirement I2). */
public final class Timestamps {

  private static final DateTimeFormatter FORMAT =
      new DateTimeFormatterBuilder()
          .parseCaseInsensitive()
          .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
          .appendPattern("[XXX][XX][X]")
          .toFormatter()
          // Otherwise February 30 would be read as February 28.
          .withResolverStyle(ResolverStyle.STRICT);

  // These fit 64 bits of nanoseconds; a movement outside them comes from a wrong clock.
  private static final Instant EARLIEST = Instant.parse("1970-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

  private Timestamps() {}

  /** The instant; empty if the text is not a timestamp with an offset from 1970 to 2199. */
  public static Optional<Instant> parse(String text) {
    try {
      // ISO 8601 allows, and prefers, the comma as the decimal sign.
      Instant instant = instant(text.strip().replace(',', '.'));
      boolean inRange = !instant.isBefore(EARLIEST) && instant.isBefore(LATEST);
      return inRange ? Optional.of(instant) : Optional.empty();
    } catch (DateTimeException e) {
      // Not a timestamp: the caller turns this into a reject that shows the text.
      return Optional.empty();
    }
  }

  /** Nearly all timestamps follow RFC 3339, which this parser reads ten times as fast. */
  private static Instant instant(String text) {
    try {
      return ITU.parseDateTime(text).toInstant();
    } catch (DateTimeException e) {
      // Perhaps another form of ISO 8601: the JDK's parser decides.
      return FORMAT.parse(text, OffsetDateTime::from).toInstant();
    }
  }
}
