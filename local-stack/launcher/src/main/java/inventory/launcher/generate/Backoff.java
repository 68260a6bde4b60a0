package inventory.launcher.generate;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/**
 * How long to wait before what was refused is tried again: up to twice as long each time, by chance
 * (full jitter), so that many producers do not come back at once.
 *
 * @param first the longest wait after the first attempt
 * @param longest the longest wait of all
 * @param attempts how many attempts may fail one after the other
 */
public record Backoff(Duration first, Duration longest, int attempts) {

  /** Outlasts the seconds in which Kinesis throttles a shard: about half a minute. */
  public static final Backoff STANDARD =
      new Backoff(Duration.ofMillis(50), Duration.ofSeconds(5), 18);

  // What would be 2^31 times the first is far beyond any longest.
  private static final int MAX_DOUBLINGS = 30;

  /**
   * Waits.
   *
   * @param failed how many attempts have failed, 1 or more
   */
  void await(int failed) throws InterruptedException {
    long doubled = first.toNanos() << Math.min(failed - 1, MAX_DOUBLINGS);
    long limit = doubled <= 0 ? longest.toNanos() : Math.min(doubled, longest.toNanos());
    TimeUnit.NANOSECONDS.sleep(ThreadLocalRandom.current().nextLong(limit + 1));
  }
}
