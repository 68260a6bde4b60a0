package inventory.ingest.dynamodb;

import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/**
 * The retry policy for writes that collide with another's: exponential, with full jitter, bounded.
 * What the network or the service itself gets wrong is retried by the SDK below.
 */
final class Backoff {

  /** Together with the longest pause, some 20 seconds: less than a message stays hidden. */
  static final int MAX_ATTEMPTS = 30;

  private static final long FIRST_MILLIS = 10;
  private static final long LONGEST_MILLIS = 1_000;

  private int attempts;

  /**
   * Waits before the next attempt.
   *
   * @param cause what made the last one fail
   * @throws IllegalStateException after {@value #MAX_ATTEMPTS} attempts, or if interrupted
   */
  void pause(Exception cause) {
    attempts++;
    if (attempts >= MAX_ATTEMPTS) {
      throw new IllegalStateException(
          "the write still collides after " + attempts + " attempts; it is tried again later",
          cause);
    }
    long ceiling = Math.min(LONGEST_MILLIS, FIRST_MILLIS << Math.min(attempts - 1, 10));
    try {
      TimeUnit.MILLISECONDS.sleep(ThreadLocalRandom.current().nextLong(ceiling) + 1);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting to retry", e);
    }
  }
}
