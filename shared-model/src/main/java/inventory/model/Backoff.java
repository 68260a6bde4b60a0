package inventory.model;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/**
 * How often to retry, and how long to wait before each retry: exponential, with full jitter.
 * Processes that failed together therefore do not retry together.
 *
 * @param attempts how many attempts there are in all, 1 or more
 * @param first the longest wait after the first attempt
 * @param longest the longest wait of all
 */
public record Backoff(int attempts, Duration first, Duration longest) {

  /** One attempt, without a retry. */
  public static final Backoff NONE = new Backoff(1, Duration.ZERO, Duration.ZERO);

  // A nanosecond, doubled this often, is half an hour; no wait is meant to be longer.
  private static final int MAX_DOUBLINGS = 40;

  /** Whether no attempt is left after this many failures. */
  public boolean isExhausted(int failures) {
    return failures >= attempts;
  }

  /** As {@link #await(int, String, Throwable)}, for a failure without an exception. */
  public void await(int failures, String what) {
    await(failures, what, null);
  }

  /**
   * Waits after a failure.
   *
   * @param failures how many attempts have failed, 1 or more
   * @param what what was tried, for the message of the exception
   * @param cause why the last attempt failed
   * @throws IllegalStateException if no attempt is left, or if interrupted
   */
  public void await(int failures, String what, Throwable cause) {
    if (isExhausted(failures)) {
      throw new IllegalStateException("%s failed in %d attempts".formatted(what, failures), cause);
    }
    try {
      TimeUnit.NANOSECONDS.sleep(delay(failures).toNanos());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted before a retry: " + what, e);
    }
  }

  /** A random wait of at most {@link #limit}. */
  public Duration delay(int failures) {
    long limit = limit(failures).toNanos();
    return Duration.ofNanos(ThreadLocalRandom.current().nextLong(limit + 1));
  }

  /**
   * The longest wait after a failure: it doubles with each.
   *
   * @param failures how many attempts have failed, 1 or more
   */
  public Duration limit(int failures) {
    Duration doubled = first.multipliedBy(1L << Math.min(failures - 1, MAX_DOUBLINGS));
    return doubled.compareTo(longest) < 0 ? doubled : longest;
  }
}
