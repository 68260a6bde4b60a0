package inventory.launcher.cli;

import inventory.launcher.generate.Pace;
import inventory.model.resource.RawTables;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Parsers of option values. Their messages say what is expected. */
final class Converters {

  private static final Pattern SHARE = Pattern.compile("(\\d{1,3}(?:\\.\\d{1,6})?)\\s?%");
  private static final Pattern DURATION = Pattern.compile("(\\d{1,6})(ms|s|m)");
  // All services accept data of these years.
  private static final Instant EARLIEST = Instant.parse("1971-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");

  private Converters() {}

  /** Registers the parsers of types with a command and its subcommands. */
  static void register(CommandLine command) {
    command.registerConverter(Instant.class, Converters::instant);
    command.registerConverter(Duration.class, Converters::duration);
    command.registerConverter(
        Pace.class,
        text -> {
          try {
            return Pace.parse(text);
          } catch (IllegalArgumentException e) {
            throw new TypeConversionException(e.getMessage());
          }
        });
  }

  /** A percentage as a number from 0 to 1. */
  static final class Share implements ITypeConverter<Double> {

    @Override
    public Double convert(String text) {
      Matcher matcher = SHARE.matcher(text);
      double share = matcher.matches() ? Double.parseDouble(matcher.group(1)) / 100 : Double.NaN;
      if (!(share <= 1)) {
        throw wrong(text, "a share: write a percentage from 0% to 100%, as 5%");
      }
      return share;
    }
  }

  /** A day in the form of {@link RawTables#DAY_FORMAT}; days in this form sort as text. */
  static final class Day implements ITypeConverter<String> {

    private static final DateTimeFormatter FORMAT =
        DateTimeFormatter.ofPattern("uuuu/MM/dd", Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);

    @Override
    public String convert(String text) {
      try {
        return LocalDate.parse(text, FORMAT).format(FORMAT);
      } catch (DateTimeException e) {
        throw wrong(text, "a day: write one as " + RawTables.DAY_FORMAT + ", as 2026/11/21");
      }
    }
  }

  /** An instant in whole milliseconds. */
  private static Instant instant(String text) {
    try {
      Instant instant = Instant.parse(text);
      if (instant.isBefore(EARLIEST) || instant.isAfter(LATEST)) {
        throw wrong(text, "between %s and %s".formatted(EARLIEST, LATEST));
      }
      return instant.truncatedTo(ChronoUnit.MILLIS);
    } catch (DateTimeException e) {
      throw wrong(text, "a time: write one in UTC, as 2026-01-05T06:00:00Z");
    }
  }

  private static Duration duration(String text) {
    Matcher matcher = DURATION.matcher(text);
    if (!matcher.matches()) {
      throw wrong(text, "a duration: write 500ms, 60s or 5m");
    }
    long number = Long.parseLong(matcher.group(1));
    return switch (matcher.group(2)) {
      case "ms" -> Duration.ofMillis(number);
      case "s" -> Duration.ofSeconds(number);
      default -> Duration.ofMinutes(number);
    };
  }

  private static TypeConversionException wrong(String text, String expected) {
    return new TypeConversionException("\"" + text + "\" is not " + expected);
  }
}
