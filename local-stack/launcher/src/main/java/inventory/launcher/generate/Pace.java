package inventory.launcher.generate;

import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Keeps to a rate and catches up after a slow moment. Everything that is due within a tenth of a
 * second goes out together, because separate requests would cost more than they carry.
 */
public final class Pace {

  private static final Pattern TEXT = Pattern.compile("([1-9]\\d{0,6})/(s|min)");
  private static final double NANOS_PER_SECOND = 1e9;
  private static final double NANOS_PER_MINUTE = 60e9;
  private static final long TICK_NANOS = 100_000_000;

  private final double nanosPerTurn;
  private long begin;
  private long turns;

  private Pace(double nanosPerTurn) {
    this.nanosPerTurn = nanosPerTurn;
  }

  /** A pace without waits. */
  public static Pace unlimited() {
    return new Pace(0);
  }

  /**
   * Parses a rate such as {@code 500/s} or {@code 30/min}.
   *
   * @throws IllegalArgumentException if the text is not a rate; the message says what one looks
   *     like
   */
  public static Pace parse(String rate) {
    Matcher matcher = TEXT.matcher(rate);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "\"%s\" is not a rate: write 500/s or 30/min, from 1 to 9999999".formatted(rate));
    }
    double nanos = matcher.group(2).equals("s") ? NANOS_PER_SECOND : NANOS_PER_MINUTE;
    return new Pace(nanos / Long.parseLong(matcher.group(1)));
  }

  /** Whether the next turn is still to come. */
  public boolean isAhead() {
    return turns > 0 && begin + (long) (turns * nanosPerTurn) - System.nanoTime() > 0;
  }

  /** Waits for the next turn. */
  public void awaitTurn() throws InterruptedException {
    if (turns == 0) {
      begin = System.nanoTime();
    }
    if (isAhead()) {
      long due = begin + (long) (turns * nanosPerTurn);
      TimeUnit.NANOSECONDS.sleep(due + TICK_NANOS - System.nanoTime());
    }
    turns++;
  }

  @Override
  public String toString() {
    return nanosPerTurn == 0
        ? "as fast as possible"
        : "%s/s".formatted(NANOS_PER_SECOND / nanosPerTurn);
  }
}
