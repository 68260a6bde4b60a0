package inventory.model.queue;

import inventory.model.Backoff;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.env.Environment;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Retries work in place while AWS is unavailable, so an outage does not use up the receives of the
 * waiting messages: a consumer keeps what it has received hidden, and receives nothing else.
 *
 * <p>A message that fails for an hour is returned to the queue and counts as one failed receive.
 * With five receives, an outage of less than five hours leaves nothing in a dead-letter queue; a
 * longer one leaves there what the consumers held, not what waited.
 */
@Singleton
@Requires(classes = SdkException.class)
public final class Outages {

  private static final Logger LOG = LoggerFactory.getLogger(Outages.class);

  private static final Backoff PAUSES =
      new Backoff(Integer.MAX_VALUE, Duration.ofSeconds(1), Duration.ofSeconds(10));
  private static final Duration LONGEST = Duration.ofHours(1);
  // A function must answer before its time is up; its queue then waits longer with each receive.
  private static final Duration LONGEST_IN_FUNCTION = Duration.ofMinutes(1);
  private static final int SERVER_ERROR = 500;

  // What operators mend: a missing table, permission or queue, or credentials that have expired.
  // S3's "AccessDenied" is not among them, since it can concern a single object.
  private static final Set<String> MENDABLE =
      Set.of(
          "ResourceNotFoundException",
          "AccessDeniedException",
          "ExpiredTokenException",
          "UnrecognizedClientException",
          "QueueDoesNotExist",
          "AWS.SimpleQueueService.NonExistentQueue");

  private final Backoff pauses;
  private final Duration longest;
  private final CountDownLatch ended = new CountDownLatch(1);

  @Inject
  Outages(Environment environment) {
    this(
        PAUSES,
        environment.getActiveNames().contains(Environment.FUNCTION)
            ? LONGEST_IN_FUNCTION
            : LONGEST);
  }

  Outages(Backoff pauses, Duration longest) {
    this.pauses = pauses;
    this.longest = longest;
  }

  /**
   * Runs work, and runs it again while it fails because AWS is unavailable.
   *
   * @param work can be repeated at any time
   * @throws RuntimeException what the work throws, if it failed for another reason, for an hour, or
   *     after {@link #end}
   */
  public void retry(Runnable work) {
    long begin = System.nanoTime();
    for (int failures = 1; ; failures++) {
      try {
        work.run();
        return;
      } catch (RuntimeException e) {
        if (!isOutage(e)
            || System.nanoTime() - begin > longest.toNanos()
            || endsInPause(failures)) {
          throw e;
        }
        LOG.warn("AWS is unavailable, retrying: {}", FailureRecords.reason(e));
      }
    }
  }

  /** Ends all retries, because the service shuts down. */
  public void end() {
    ended.countDown();
  }

  private boolean endsInPause(int failures) {
    try {
      return ended.await(pauses.delay(failures).toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  /** Whether a failure concerns every message, not only the one that was processed. */
  public static boolean isOutage(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SdkException e) {
        return isOutage(e);
      }
    }
    return false;
  }

  private static boolean isOutage(SdkException failure) {
    if (!(failure instanceof AwsServiceException service)) {
      return failure instanceof SdkClientException;
    }
    // An answer that is not AWS's own, for example a proxy's, has no details.
    AwsErrorDetails details = service.awsErrorDetails();
    return service.statusCode() >= SERVER_ERROR
        || service.isThrottlingException()
        || (details != null
            && details.errorCode() != null
            && MENDABLE.contains(details.errorCode()));
  }
}
