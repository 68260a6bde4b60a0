package inventory.launcher.generate;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A rate.
 *
 * @param number how many, 1 or more
 * @param seconds in how many seconds
 */
public record Rate(long number, long seconds) {

  private static final Pattern TEXT = Pattern.compile("([1-9]\\d{0,6})/(s|min)");
  private static final int SECONDS_PER_MINUTE = 60;
  private static final double NANOS_PER_SECOND = 1e9;

  /**
   * Parses a rate such as {@code 500/s} or {@code 30/min}.
   *
   * @throws IllegalArgumentException if the text is not a rate; the message says what one looks
   *     like
   */
  public static Rate parse(String text) {
    Matcher matcher = TEXT.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "\"%s\" is not a rate: write 500/s or 30/min, from 1 to 9999999".formatted(text));
    }
    return new Rate(
        Long.parseLong(matcher.group(1)), matcher.group(2).equals("s") ? 1 : SECONDS_PER_MINUTE);
  }

  /** Nanoseconds from turn 0 to the turn with this index. */
  long dueNanos(long index) {
    return (long) ((double) index * seconds / number * NANOS_PER_SECOND);
  }
}
