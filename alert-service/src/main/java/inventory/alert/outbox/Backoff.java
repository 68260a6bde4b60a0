package inventory.alert.outbox;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/** How often, and after which waits, something is tried again: exponential, with full jitter. */
public final class Backoff {

  /** No second attempt. */
  public static final Backoff NONE = new Backoff(1, Duration.ZERO, Duration.ZERO);

  private final int maxAttempts;
  private final long firstMillis;
  private final long longestMillis;

  /**
   * Waits that double.
   *
   * @param maxAttempts how often to try in all, at least 1
   * @param first the longest first wait
   * @param longest the longest wait
   */
  public Backoff(int maxAttempts, Duration first, Duration longest) {
    this.maxAttempts = maxAttempts;
    this.firstMillis = first.toMillis();
    this.longestMillis = longest.toMillis();
  }

  /** Whether so many attempts are all that are made. */
  boolean isExhausted(int attempts) {
    return attempts >= maxAttempts;
  }

  /**
   * Waits after a failed attempt.
   *
   * @param attempts how many were made, 1 or more
   * @param what what was tried, for the message of the failure
   * @throws IllegalStateException if no further attempt is to be made, or if interrupted
   */
  public void await(int attempts, String what) {
    if (isExhausted(attempts)) {
      throw new IllegalStateException(what + " failed in " + attempts + " attempts");
    }
    long ceiling = firstMillis;
    for (int i = 1; i < attempts && ceiling < longestMillis; i++) {
      ceiling *= 2;
    }
    long wait = ThreadLocalRandom.current().nextLong(Math.min(ceiling, longestMillis)) + 1;
    try {
      TimeUnit.MILLISECONDS.sleep(wait);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted before trying again: " + what, e);
    }
  }
}
