package inventory.pipe.domain;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait after failures in a row: twice as long each time up to a bound, and a random
 * part of that, so that not all who failed together try again together.
 *
 * @param first the bound after one failure
 * @param longest the bound after many
 * @param random where the random part comes from
 */
public record Backoff(Duration first, Duration longest, RandomGenerator random) {

  // Doubled this often, a millisecond is more than a week.
  private static final int MOST_DOUBLINGS = 30;

  /**
   * The wait.
   *
   * @param failures in a row, 1 or more
   * @return at least half of the bound
   */
  Duration after(int failures) {
    long doubled = first.toMillis() << Math.min(failures - 1, MOST_DOUBLINGS);
    long bound = Math.max(1, Math.min(doubled, longest.toMillis()));
    return Duration.ofMillis(bound - random.nextLong(bound / 2 + 1));
  }
}
