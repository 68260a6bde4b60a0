package inventory.alert.dynamodb;

import java.time.Duration;
import software.amazon.awssdk.retries.api.BackoffStrategy;

/** How often, and after which waits, a read is tried again that DynamoDB did only in part. */
public final class Backoff {

  private final int maxAttempts;
  private final BackoffStrategy delays;

  /**
   * Waits that double, with jitter.
   *
   * @param maxAttempts how often to try in all, at least 1
   * @param first the longest first wait
   * @param longest the longest wait
   */
  public Backoff(int maxAttempts, Duration first, Duration longest) {
    this.maxAttempts = maxAttempts;
    this.delays = BackoffStrategy.exponentialDelay(first, longest);
  }

  /**
   * Waits before an attempt.
   *
   * @param attempt the attempt to come, the first being 1
   * @param what what is still to be read, for the message of the failure
   * @throws IllegalStateException if that would be one attempt too many
   */
  void await(int attempt, String what) {
    if (attempt > maxAttempts) {
      throw new IllegalStateException(
          "DynamoDB did not return " + what + " in " + maxAttempts + " attempts");
    }
    try {
      Thread.sleep(delays.computeDelay(attempt).toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted before reading " + what, e);
    }
  }
}
