package inventory.launcher.cli;

import inventory.stack.LaunchException;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/**
 * A time of each day.
 *
 * @param time in UTC
 */
public record DailyTime(LocalTime time) {

  /** What stands for never in a setting. */
  public static final String NEVER = "off";

  /**
   * Reads a setting.
   *
   * @param setting its name, for the message
   * @param text {@code HH:mm}, in UTC, or {@code off}
   * @return empty for never
   * @throws LaunchException if it is neither
   */
  public static Optional<DailyTime> parse(String setting, String text) {
    if (text.equals(NEVER)) {
      return Optional.empty();
    }
    try {
      return Optional.of(new DailyTime(LocalTime.parse(text)));
    } catch (DateTimeParseException e) {
      throw new LaunchException(
          "%s is \"%s\": set it to a time of the day in UTC, as 03:00, or to off"
              .formatted(setting, text),
          e);
    }
  }

  /** The first moment after another at which it is this time. */
  Instant after(Instant moment) {
    OffsetDateTime today = moment.atOffset(ZoneOffset.UTC).with(time);
    OffsetDateTime next = today.toInstant().isAfter(moment) ? today : today.plusDays(1);
    return next.toInstant();
  }

  @Override
  public String toString() {
    return time + " UTC";
  }
}
