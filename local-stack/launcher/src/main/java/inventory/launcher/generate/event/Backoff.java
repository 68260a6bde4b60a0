package inventory.launcher.generate.event;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/**
 * Waits between retries: a random time (full jitter), the upper limit of which doubles each time.
 *
 * @param first upper limit after the first failure
 * @param longest largest upper limit
 * @param attempts number of failures in a row after which the caller gives up
 */
public record Backoff(Duration first, Duration longest, int attempts) {

  /** Lasts about half a minute, longer than Kinesis throttles a shard. */
  public static final Backoff STANDARD =
      new Backoff(Duration.ofMillis(50), Duration.ofSeconds(5), 18);

  private static final int MAX_DOUBLINGS = 20;

  void await(int failures) throws InterruptedException {
    long doubled = first.toNanos() << Math.min(failures - 1, MAX_DOUBLINGS);
    long limit = Math.min(doubled, longest.toNanos());
    TimeUnit.NANOSECONDS.sleep(ThreadLocalRandom.current().nextLong(limit + 1));
  }
}
