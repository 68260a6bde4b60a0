package inventory.ingest.sqs;

import com.amazon.sqs.javamessaging.message.SQSMessage;
import inventory.model.resource.Queues;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import jakarta.jms.JMSException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * Keeps a message hidden from other consumers for as long as it is worked on, however large its
 * file; when the process dies, the message shows again after one visibility timeout.
 */
@Singleton
final class VisibilityHeartbeat {

  private static final Logger LOG = LoggerFactory.getLogger(VisibilityHeartbeat.class);

  private static final Duration HIDDEN = Queues.VISIBILITY;
  // A beat may be late or fail once without the message showing.
  private static final Duration INTERVAL = HIDDEN.dividedBy(3);

  private final SqsClient sqs;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "visibility-heartbeat");
            thread.setDaemon(true);
            return thread;
          });

  VisibilityHeartbeat(SqsClient sqs) {
    this.sqs = sqs;
  }

  /** Does some work on a message while it is kept hidden. */
  void keepHidden(SQSMessage message, Runnable work) throws JMSException {
    String queueUrl = message.getQueueUrl();
    String receiptHandle = message.getReceiptHandle();
    ScheduledFuture<?> beats =
        timer.scheduleAtFixedRate(
            () -> extend(queueUrl, receiptHandle),
            INTERVAL.toMillis(),
            INTERVAL.toMillis(),
            TimeUnit.MILLISECONDS);
    try {
      work.run();
    } finally {
      beats.cancel(false);
    }
  }

  private void extend(String queueUrl, String receiptHandle) {
    try {
      sqs.changeMessageVisibility(
          request ->
              request
                  .queueUrl(queueUrl)
                  .receiptHandle(receiptHandle)
                  .visibilityTimeout((int) HIDDEN.toSeconds()));
    } catch (SdkException e) {
      // At worst the message is delivered again, which changes nothing; the next beat tries again.
      LOG.warn("a message could not be kept hidden while it is worked on", e);
    }
  }

  @PreDestroy
  void stop() {
    timer.shutdownNow();
  }
}
