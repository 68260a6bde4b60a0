package inventory.launcher.generate;

import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Keeps to a rate and catches up after a slow moment. */
public final class Pace {

  private static final Pattern TEXT = Pattern.compile("([1-9]\\d{0,6})/(s|min)");

  private final String rate;
  private final double nanosPerTurn;
  private long begin;
  private long turns;

  private Pace(String rate, double nanosPerTurn) {
    this.rate = rate;
    this.nanosPerTurn = nanosPerTurn;
  }

  /** A pace without waits. */
  public static Pace unlimited() {
    return new Pace("as fast as possible", 0);
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
    double nanos = matcher.group(2).equals("s") ? 1e9 : 60e9;
    return new Pace(rate, nanos / Long.parseLong(matcher.group(1)));
  }

  /** Waits for the next turn. */
  public void awaitTurn() throws InterruptedException {
    if (turns == 0) {
      begin = System.nanoTime();
    }
    long due = begin + (long) (turns++ * nanosPerTurn);
    TimeUnit.NANOSECONDS.sleep(due - System.nanoTime());
  }

  @Override
  public String toString() {
    return rate;
  }
}
