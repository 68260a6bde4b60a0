package inventory.model.queue;

import inventory.model.queue.VisibilityExtender.Hidden;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.BatchResultErrorEntry;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/**
 * A queue that is consumed with the SDK itself; thread-safe. The JMS library receives one message
 * per call, and keeps the attributes that a FIFO queue needs to itself; the SDK receives ten from
 * several message groups. While a message is being processed, SQS does not deliver later ones of
 * its group.
 */
public final class SqsQueue {

  private static final Logger LOG = LoggerFactory.getLogger(SqsQueue.class);

  /** The most messages that SQS delivers in one call. */
  public static final int MAX_MESSAGES = 10;

  private final SqsClient sqs;
  private final String name;
  private final VisibilityExtender visibility;
  private volatile String url;
  private volatile Duration timeout;

  /**
   * A queue, which need not exist yet.
   *
   * @param name the queue's name
   * @param visibility keeps received messages hidden
   */
  public SqsQueue(SqsClient sqs, String name, VisibilityExtender visibility) {
    this.sqs = sqs;
    this.name = name;
    this.visibility = visibility;
  }

  /** The queue's name. */
  public String name() {
    return name;
  }

  /**
   * Finds the queue; must be called first.
   *
   * @throws SdkException if the queue does not exist or SQS does not respond
   */
  public void find() {
    url = sqs.getQueueUrl(request -> request.queueName(name)).queueUrl();
    timeout = Duration.ofSeconds(number(QueueAttributeName.VISIBILITY_TIMEOUT));
  }

  /** The queue's URL. */
  public String url() {
    return url;
  }

  /** An attribute of the queue. */
  public String attribute(QueueAttributeName attribute) {
    return sqs.getQueueAttributes(request -> request.queueUrl(url).attributeNames(attribute))
        .attributes()
        .get(attribute);
  }

  /** An attribute of the queue that is a number. */
  public int number(QueueAttributeName attribute) {
    return Integer.parseInt(attribute(attribute));
  }

  /**
   * Waits briefly for messages; messages of one group are in order.
   *
   * @param max the most messages, 1 to {@value #MAX_MESSAGES}
   */
  public List<Message> receive(int max) {
    // ShortPolls sets the wait time of all queues.
    return sqs.receiveMessage(
            request ->
                request
                    .queueUrl(url)
                    .maxNumberOfMessages(max)
                    .messageSystemAttributeNames(MessageSystemAttributeName.ALL))
        .messages();
  }

  /** How often a message was received, this time included. */
  public static int receives(Message message) {
    return Integer.parseInt(
        message.attributes().get(MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT));
  }

  /** Keeps messages of one call hidden until the result is closed or the process dies. */
  public Hidden hide(List<Message> messages) {
    return visibility.hide(url, messages.stream().map(Message::receiptHandle).toList(), timeout);
  }

  /** Makes a message visible again at once. */
  public void show(Message message) {
    sqs.changeMessageVisibility(
        request ->
            request.queueUrl(url).receiptHandle(message.receiptHandle()).visibilityTimeout(0));
  }

  /** Deletes processed messages. A message that cannot be deleted is redelivered harmlessly. */
  public void delete(List<Message> done) {
    if (done.isEmpty()) {
      return;
    }
    List<DeleteMessageBatchRequestEntry> entries = new ArrayList<>();
    for (Message message : done) {
      entries.add(
          DeleteMessageBatchRequestEntry.builder()
              .id(Integer.toString(entries.size()))
              .receiptHandle(message.receiptHandle())
              .build());
    }
    for (BatchResultErrorEntry failed :
        sqs.deleteMessageBatch(request -> request.queueUrl(url).entries(entries)).failed()) {
      Message message = done.get(Integer.parseInt(failed.id()));
      LOG.warn("Message {} could not be deleted: {}", message.messageId(), failed.message());
    }
  }
}
