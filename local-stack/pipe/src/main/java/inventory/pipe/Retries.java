package inventory.pipe;

import inventory.model.Backoff;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;

/** Retries for ever, with growing pauses, and logs each failure. */
record Retries(Backoff backoff) {

  private static final Logger LOG = LoggerFactory.getLogger(Retries.class);

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
    long millis = backoff.limit(failures).toMillis();
    LOG.warn("Attempt {} failed, next one in {} ms: {}", failures, millis, reason);
    Thread.sleep(millis);
  }
}
