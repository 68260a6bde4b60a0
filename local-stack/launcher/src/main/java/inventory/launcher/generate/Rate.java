package inventory.launcher.generate;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How often something is done.
 *
 * @param number how many times, 1 or more
 * @param seconds in how many seconds
 */
public record Rate(long number, long seconds) {

  private static final Pattern TEXT = Pattern.compile("([1-9]\\d{0,6})/(s|min)");
  private static final int SECONDS_PER_MINUTE = 60;
  private static final long NANOS_PER_SECOND = 1_000_000_000;

  /**
   * Reads a rate.
   *
   * @throws IllegalArgumentException if it is none; its message says what a rate looks like
   */
  public static Rate parse(String text) {
    Matcher matcher = TEXT.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "\"" + text + "\" is no rate: write 500/s or 30/min, from 1 to 9999999");
    }
    return new Rate(
        Long.parseLong(matcher.group(1)), matcher.group(2).equals("s") ? 1 : SECONDS_PER_MINUTE);
  }

  /** How many nanoseconds after the first one the one with this number is due; the first is 0. */
  long dueNanos(long index) {
    return (long) ((double) index * seconds / number * NANOS_PER_SECOND);
  }
}
