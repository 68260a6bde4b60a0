package inventory.pipe;

import java.time.Duration;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Retries for ever, and logs each failure. Each pause is twice as long as the one before.
 *
 * @param firstPause the pause after one failure
 * @param longestPause the limit
 */
record Retries(Duration firstPause, Duration longestPause) {

  private static final Logger LOG = LoggerFactory.getLogger(Retries.class);

  // Doubled this often, a millisecond is more than a week.
  private static final int MAX_DOUBLINGS = 30;

  /** Calls until the SDK throws no exception: what is missing may be created, too. */
  <T> T call(Supplier<T> work) throws InterruptedException {
    for (int failures = 1; ; failures++) {
      try {
        return work.get();
      } catch (SdkException e) {
        pause(failures, e.getMessage());
      }
    }
  }

  /**
   * Waits after a failure.
   *
   * @param failures the number of failures in a row, 1 or more
   */
  void pause(int failures, String reason) throws InterruptedException {
    Duration pause = after(failures);
    LOG.warn("Attempt {} failed, next one in {} ms: {}", failures, pause.toMillis(), reason);
    Thread.sleep(pause.toMillis());
  }

  Duration after(int failures) {
    long doubled = firstPause.toMillis() << Math.min(failures - 1, MAX_DOUBLINGS);
    return Duration.ofMillis(Math.min(doubled, longestPause.toMillis()));
  }
}
