package inventory.launcher;

import inventory.launcher.generate.Rate;
import inventory.launcher.generate.Share;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** How values of options are spelled; what is wrong is said with the remedy. */
final class Converters {

  private Converters() {}

  /** A share, as {@code 5%}. */
  static final class ShareConverter implements ITypeConverter<Double> {
    @Override
    public Double convert(String text) {
      try {
        return Share.parse(text);
      } catch (IllegalArgumentException e) {
        throw new TypeConversionException(e.getMessage());
      }
    }
  }

  /** A rate, as {@code 500/s}. */
  static final class RateConverter implements ITypeConverter<Rate> {
    @Override
    public Rate convert(String text) {
      try {
        return Rate.parse(text);
      } catch (IllegalArgumentException e) {
        throw new TypeConversionException(e.getMessage());
      }
    }
  }

  /** An instant, in whole milliseconds, of years in which all that is generated is accepted. */
  static final class InstantConverter implements ITypeConverter<Instant> {

    private static final Instant EARLIEST = Instant.parse("1971-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");

    @Override
    public Instant convert(String text) {
      try {
        Instant instant = Instant.parse(text);
        if (instant.isBefore(EARLIEST) || instant.isAfter(LATEST)) {
          throw new TypeConversionException(
              "\"%s\" is not from %s to %s".formatted(text, EARLIEST, LATEST));
        }
        return Instant.ofEpochMilli(instant.toEpochMilli());
      } catch (DateTimeException e) {
        throw new TypeConversionException(
            "\"" + text + "\" is no instant: write one in UTC, as 2026-01-05T06:00:00Z");
      }
    }
  }

  /** A duration, as {@code 60s}. */
  static final class DurationConverter implements ITypeConverter<Duration> {

    private static final Pattern TEXT = Pattern.compile("(\\d{1,6})(ms|s|m)");

    @Override
    public Duration convert(String text) {
      Matcher matcher = TEXT.matcher(text);
      if (!matcher.matches()) {
        throw new TypeConversionException(
            "\"" + text + "\" is no duration: write 500ms, 60s or 5m");
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
