package inventory.model.queue;

import com.amazon.sqs.javamessaging.message.SQSMessage;
import inventory.model.resource.Queues;
import io.micronaut.context.annotation.Requires;
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

/**
 * Keeps a message hidden from other consumers while this one processes it. If the process crashes,
 * the message is visible again after one visibility timeout.
 */
@Singleton
@Requires(classes = SQSMessage.class)
@Requires(beans = QueueListener.class)
final class VisibilityExtender {

  private static final Logger LOG = LoggerFactory.getLogger(VisibilityExtender.class);

  // Three times per timeout, so one failure does not matter.
  private static final Duration PERIOD = Queues.VISIBILITY.dividedBy(3);

  private final SqsClient sqs;
  private final TaskScheduler scheduler;

  VisibilityExtender(SqsClient sqs, @Named(TaskExecutors.SCHEDULED) TaskScheduler scheduler) {
    this.sqs = sqs;
    this.scheduler = scheduler;
  }

  /** Runs the work; the message stays hidden until it ends. */
  void during(SQSMessage message, Runnable work) throws JMSException {
    String queueUrl = message.getQueueUrl();
    String receiptHandle = message.getReceiptHandle();
    ScheduledFuture<?> extending =
        scheduler.scheduleAtFixedRate(PERIOD, PERIOD, () -> extend(queueUrl, receiptHandle));
    try {
      work.run();
    } finally {
      extending.cancel(false);
    }
  }

  private void extend(String queueUrl, String receiptHandle) {
    try {
      int seconds = Math.toIntExact(Queues.VISIBILITY.toSeconds());
      sqs.changeMessageVisibility(
          c -> c.queueUrl(queueUrl).receiptHandle(receiptHandle).visibilityTimeout(seconds));
    } catch (SdkException e) {
      // The work continues: at worst another consumer repeats it, which changes nothing.
      LOG.warn("Could not extend the visibility of a message of {}", queueUrl, e);
    }
  }
}
