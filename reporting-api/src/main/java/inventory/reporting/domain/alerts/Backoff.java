package inventory.reporting.domain.alerts;

import inventory.reporting.domain.StoreUnavailableException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/**
 * The retry policy for writes that collide with others: exponential with full jitter, bounded. The
 * SDK retries failures of the network and of the store.
 */
final class Backoff {

  /** All pauses together take less than a second, as a user waits for the answer. */
  static final int MAX_ATTEMPTS = 10;

  private static final long FIRST_MILLIS = 5;
  private static final long LONGEST_MILLIS = 160;

  private int attempts;

  /**
   * Waits before the next attempt.
   *
   * @throws StoreUnavailableException after {@value #MAX_ATTEMPTS} attempts, or if interrupted
   */
  void pause() {
    attempts++;
    if (attempts >= MAX_ATTEMPTS) {
      throw new StoreUnavailableException(
          "the write still collides after " + attempts + " attempts");
    }
    long ceiling = Math.min(LONGEST_MILLIS, FIRST_MILLIS << (attempts - 1));
    try {
      TimeUnit.MILLISECONDS.sleep(ThreadLocalRandom.current().nextLong(ceiling) + 1);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StoreUnavailableException("interrupted while waiting to write again", e);
    }
  }
}
