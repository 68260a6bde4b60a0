package inventory.ingest.sqs;

import inventory.ingest.IngestSettings;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.BatchResultErrorEntry;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

/**
 * The FIFO queue of events. It uses the SDK itself: the JMS library receives one message per call,
 * the SDK ten from several groups. While a message is being processed, SQS does not deliver later
 * ones of its group.
 */
@Singleton
final class EventQueue {

  private static final Logger LOG = LoggerFactory.getLogger(EventQueue.class);

  /** The most messages that SQS delivers in one call. */
  private static final int BATCH = 10;

  private final SqsClient sqs;
  private final String name;
  private volatile String url;

  EventQueue(SqsClient sqs, IngestSettings settings) {
    this.sqs = sqs;
    this.name = settings.eventsQueue();
  }

  /** The queue's name. */
  String name() {
    return name;
  }

  /** Finds the queue; must be called first. */
  void find() {
    url = sqs.getQueueUrl(request -> request.queueName(name)).queueUrl();
  }

  /** Waits briefly for messages; messages of one group are in order. */
  List<Message> receive() {
    // inventory.model.queue sets the wait time of all queues.
    return sqs.receiveMessage(
            request ->
                request
                    .queueUrl(url)
                    .maxNumberOfMessages(BATCH)
                    .messageSystemAttributeNames(
                        MessageSystemAttributeName.MESSAGE_GROUP_ID,
                        MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT))
        .messages();
  }

  /** Deletes processed messages. A message that cannot be deleted is redelivered harmlessly. */
  void delete(List<Message> done) {
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
