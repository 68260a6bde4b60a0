package inventory.launcher.cli;

import inventory.launcher.generate.Pace;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.TypeConversionException;

/** Parsers of option values. Their messages say what is expected. */
final class Converters {

  private static final Pattern DURATION = Pattern.compile("(\\d{1,6})(ms|s|m)");
  // All services accept data of these years.
  private static final Instant EARLIEST = Instant.parse("1971-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");

  private Converters() {}

  /** Registers all parsers with a command and its subcommands. */
  static void register(CommandLine command) {
    command.registerConverter(Share.class, Share::parse);
    command.registerConverter(Pace.class, Converters::pace);
    command.registerConverter(Instant.class, Converters::instant);
    command.registerConverter(Duration.class, Converters::duration);
  }

  private static Pace pace(String text) {
    try {
      return Pace.parse(text);
    } catch (IllegalArgumentException e) {
      throw new TypeConversionException(e.getMessage());
    }
  }

  /** An instant in whole milliseconds. */
  private static Instant instant(String text) {
    try {
      Instant instant = Instant.parse(text);
      if (instant.isBefore(EARLIEST) || instant.isAfter(LATEST)) {
        throw new TypeConversionException(
            "\"%s\" is not between %s and %s".formatted(text, EARLIEST, LATEST));
      }
      return Instant.ofEpochMilli(instant.toEpochMilli());
    } catch (DateTimeException e) {
      throw new TypeConversionException(
          "\"" + text + "\" is not a time: write one in UTC, as 2026-01-05T06:00:00Z");
    }
  }

  private static Duration duration(String text) {
    Matcher matcher = DURATION.matcher(text);
    if (!matcher.matches()) {
      throw new TypeConversionException(
          "\"" + text + "\" is not a duration: write 500ms, 60s or 5m");
    }
    long number = Long.parseLong(matcher.group(1));
    return switch (matcher.group(2)) {
      case "ms" -> Duration.ofMillis(number);
      case "s" -> Duration.ofSeconds(number);
      default -> Duration.ofMinutes(number);
    };
  }
}
