package inventory.launcher.cli;

import inventory.launcher.generate.Pace;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Parsers of option values. Their messages say what is expected. */
final class Converters {

  private Converters() {}

  /** A share such as {@code 5%}, as a number from 0 to 1. */
  static final class ShareConverter implements ITypeConverter<Double> {

    private static final Pattern TEXT = Pattern.compile("(\\d{1,3}(?:\\.\\d{1,6})?)\\s?%");
    private static final double ALL = 100;

    @Override
    public Double convert(String text) {
      Matcher matcher = TEXT.matcher(text);
      double percent = matcher.matches() ? Double.parseDouble(matcher.group(1)) : Double.NaN;
      if (!(percent <= ALL)) {
        throw new TypeConversionException(
            "\"%s\" is not a share: write a percentage from 0%% to 100%%, as 5%%".formatted(text));
      }
      return percent / ALL;
    }
  }

  /** A rate such as {@code 500/s}. */
  static final class RateConverter implements ITypeConverter<Pace> {
    @Override
    public Pace convert(String text) {
      try {
        return Pace.parse(text);
      } catch (IllegalArgumentException e) {
        throw new TypeConversionException(e.getMessage());
      }
    }
  }

  /** An instant in whole milliseconds, in years of which the system accepts all data. */
  static final class InstantConverter implements ITypeConverter<Instant> {

    private static final Instant EARLIEST = Instant.parse("1971-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");

    @Override
    public Instant convert(String text) {
      try {
        Instant instant = Instant.parse(text);
        if (instant.isBefore(EARLIEST) || instant.isAfter(LATEST)) {
          throw new TypeConversionException(
              "\"%s\" is not between %s and %s".formatted(text, EARLIEST, LATEST));
        }
        return Instant.ofEpochMilli(instant.toEpochMilli());
      } catch (DateTimeException e) {
        throw new TypeConversionException(
            "\"%s\" is not a time: write one in UTC, as 2026-01-05T06:00:00Z".formatted(text));
      }
    }
  }

  /** A duration such as {@code 60s}. */
  static final class DurationConverter implements ITypeConverter<Duration> {

    private static final Pattern TEXT = Pattern.compile("(\\d{1,6})(ms|s|m)");

    @Override
    public Duration convert(String text) {
      Matcher matcher = TEXT.matcher(text);
      if (!matcher.matches()) {
        throw new TypeConversionException(
            "\"%s\" is not a duration: write 500ms, 60s or 5m".formatted(text));
      }
      long number = Long.parseLong(matcher.group(1));
      return switch (matcher.group(2)) {
        case "ms" -> Duration.ofMillis(number);
        case "s" -> Duration.ofSeconds(number);
        default -> Duration.ofMinutes(number);
      };
    }
  }
}
