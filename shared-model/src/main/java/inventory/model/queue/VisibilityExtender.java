package inventory.model.queue;

import io.micronaut.context.annotation.Requires;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.TaskScheduler;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ScheduledFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.BatchResultErrorEntry;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityBatchRequestEntry;

/**
 * Keeps messages hidden from other consumers while this one processes them. If the process crashes,
 * they are visible again after one visibility timeout.
 */
@Singleton
@Requires(classes = SqsClient.class)
public final class VisibilityExtender {

  private static final Logger LOG = LoggerFactory.getLogger(VisibilityExtender.class);

  // Three times per timeout, so one failure does not matter.
  private static final int EXTENSIONS = 3;

  private final SqsClient sqs;
  private final TaskScheduler scheduler;

  VisibilityExtender(SqsClient sqs, @Named(TaskExecutors.SCHEDULED) TaskScheduler scheduler) {
    this.sqs = sqs;
    this.scheduler = scheduler;
  }

  /** Received messages that are hidden until this is closed. */
  public interface Hidden extends AutoCloseable {

    @Override
    void close();
  }

  /** Hides received messages, at most ten of one queue, for as long as needed, up to 12 hours. */
  Hidden hide(String queueUrl, List<String> receiptHandles, Duration timeout) {
    Duration period = timeout.dividedBy(EXTENSIONS);
    ScheduledFuture<?> extending =
        scheduler.scheduleAtFixedRate(
            period, period, () -> extend(queueUrl, receiptHandles, timeout));
    return () -> extending.cancel(false);
  }

  /** One call for all, so a batch costs no more than a message. */
  private void extend(String queueUrl, List<String> receiptHandles, Duration timeout) {
    int seconds = Math.toIntExact(timeout.toSeconds());
    List<ChangeMessageVisibilityBatchRequestEntry> entries = new ArrayList<>();
    for (String handle : receiptHandles) {
      entries.add(
          ChangeMessageVisibilityBatchRequestEntry.builder()
              .id(Integer.toString(entries.size()))
              .receiptHandle(handle)
              .visibilityTimeout(seconds)
              .build());
    }
    try {
      for (BatchResultErrorEntry failed :
          sqs.changeMessageVisibilityBatch(r -> r.queueUrl(queueUrl).entries(entries)).failed()) {
        LOG.warn("Could not extend the visibility of a message of {}: {}", queueUrl, failed);
      }
    } catch (SdkException e) {
      // The work continues: at worst another consumer repeats it, which changes nothing.
      LOG.warn("Could not extend the visibility of messages of {}", queueUrl, e);
    }
  }
}
