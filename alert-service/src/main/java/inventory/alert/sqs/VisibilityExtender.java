package inventory.alert.sqs;

import com.amazon.sqs.javamessaging.message.SQSMessage;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.TaskScheduler;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import jakarta.jms.JMSException;
import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Keeps a message hidden from other consumers for as long as this one works on it. */
@Singleton
final class VisibilityExtender {

  private static final Logger LOG = LoggerFactory.getLogger(VisibilityExtender.class);

  private final SqsClient sqs;
  private final TaskScheduler scheduler;
  private final Duration visibilityTimeout;

  VisibilityExtender(
      SqsClient sqs,
      @Named(TaskExecutors.SCHEDULED) TaskScheduler scheduler,
      QueueSettings settings) {
    this.sqs = sqs;
    this.scheduler = scheduler;
    this.visibilityTimeout = settings.visibilityTimeout();
  }

  /**
   * Does the work; the message stays hidden until its end, and for at most one visibility timeout
   * longer.
   */
  void during(SQSMessage message, Runnable work) throws JMSException {
    String queueUrl = message.getQueueUrl();
    String receiptHandle = message.getReceiptHandle();
    // Thrice in a timeout, so that one failure does not matter.
    Duration period = visibilityTimeout.dividedBy(3);
    ScheduledFuture<?> extending =
        scheduler.scheduleAtFixedRate(period, period, () -> extend(queueUrl, receiptHandle));
    try {
      work.run();
    } finally {
      extending.cancel(false);
    }
  }

  private void extend(String queueUrl, String receiptHandle) {
    try {
      int seconds = Math.toIntExact(visibilityTimeout.toSeconds());
      sqs.changeMessageVisibility(
          c -> c.queueUrl(queueUrl).receiptHandle(receiptHandle).visibilityTimeout(seconds));
    } catch (SdkException e) {
      // The work goes on: at worst another consumer repeats it.
      LOG.warn("Could not extend the visibility of a message of {}", queueUrl, e);
    }
  }
}
