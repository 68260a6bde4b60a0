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
 * The FIFO queue of events, by the SDK itself: the JMS library takes one message a call, this one
 * ten, of several groups; while a message is out, SQS holds back the later ones of its group.
 */
@Singleton
final class EventQueue {

  private static final Logger LOG = LoggerFactory.getLogger(EventQueue.class);

  /** The most that SQS hands out at once. */
  private static final int BATCH = 10;

  private final SqsClient sqs;
  private final String name;
  private volatile String url;

  EventQueue(SqsClient sqs, IngestSettings settings) {
    this.sqs = sqs;
    this.name = settings.getEventsQueue();
  }

  /** The queue's name. */
  String name() {
    return name;
  }

  /** Finds the queue; to be called before all else. */
  void find() {
    url = sqs.getQueueUrl(request -> request.queueName(name)).queueUrl();
  }

  /** Waits a little for messages; those of one group come in their order. */
  List<Message> receive() {
    // How long it waits is said once for all queues, in inventory.model.queue.
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

  /** Deletes what is done. What cannot be deleted comes again, which does no harm. */
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
