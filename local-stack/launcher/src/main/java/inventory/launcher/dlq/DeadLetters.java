package inventory.launcher.dlq;

import inventory.model.table.FailureItem;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.SendMessageRequest;

/** Reads the messages of dead-letter queues and moves them back to their source queues. */
public final class DeadLetters {

  private static final int BATCH = 10;
  // If this process is killed, the messages it received are visible again after this time.
  private static final int HIDDEN_SECONDS = 30;

  private final SqsClient sqs;
  private final DynamoDbClient dynamoDb;
  private final String table;
  private final Duration wait;

  /** A message with its last failure, if a service recorded one. */
  public record DeadLetter(Message message, Optional<FailureItem> failure) {}

  /**
   * Prepares requests.
   *
   * @param table name of the table with the failures that services recorded
   * @param wait how long to wait for a message before a queue counts as empty, in whole seconds;
   *     with 0, SQS asks only some of its servers and may miss messages
   */
  public DeadLetters(SqsClient sqs, DynamoDbClient dynamoDb, String table, Duration wait) {
    this.sqs = sqs;
    this.dynamoDb = dynamoDb;
    this.table = table;
    this.wait = wait;
  }

  /**
   * Reads messages and leaves them in the queue. They are hidden meanwhile, so each is read once.
   *
   * @param limit the most messages to read, 1 or more
   */
  public List<DeadLetter> read(DeadLetterQueue queue, int limit) {
    List<Message> received = new ArrayList<>();
    Map<String, DeadLetter> letters = new LinkedHashMap<>();
    try {
      List<Message> batch;
      do {
        batch = receive(queue, limit - letters.size());
        received.addAll(batch);
        batch.forEach(message -> letters.put(message.messageId(), letter(queue, message)));
      } while (!batch.isEmpty() && letters.size() < limit);
    } finally {
      show(queue, received);
    }
    return List.copyOf(letters.values());
  }

  /**
   * Moves messages back to the source queue, one by one, until none is left. A message that fails
   * again meanwhile stays. Each is deleted only after the source queue has it: a crash loses no
   * message, and may repeat one, which the services tolerate.
   *
   * <p>This does not use SQS's own StartMessageMoveTask: the embedded SQS does not move messages of
   * FIFO queues with it, and leaves hidden messages of other queues hidden.
   *
   * @param queue a queue with a source URL
   * @return number of messages
   */
  public int redrive(DeadLetterQueue queue) {
    Set<String> sent = new HashSet<>();
    while (true) {
      List<Message> batch = receive(queue, BATCH);
      List<Message> again = batch.stream().filter(m -> sent.contains(m.messageId())).toList();
      show(queue, again);
      if (again.size() == batch.size()) {
        return sent.size();
      }
      for (Message message : batch) {
        if (!again.contains(message)) {
          sent.add(send(queue, message));
          sqs.deleteMessage(r -> r.queueUrl(queue.url()).receiptHandle(message.receiptHandle()));
        }
      }
    }
  }

  private List<Message> receive(DeadLetterQueue queue, int atMost) {
    return sqs.receiveMessage(
            r ->
                r.queueUrl(queue.url())
                    .maxNumberOfMessages(Math.min(BATCH, atMost))
                    .visibilityTimeout(HIDDEN_SECONDS)
                    .waitTimeSeconds((int) wait.toSeconds())
                    .messageAttributeNames("All")
                    .messageSystemAttributeNames(MessageSystemAttributeName.ALL))
        .messages();
  }

  /** Makes messages visible again. */
  private void show(DeadLetterQueue queue, List<Message> messages) {
    for (int i = 0; i < messages.size(); i += BATCH) {
      List<ChangeMessageVisibilityBatchRequestEntry> entries = new ArrayList<>();
      for (Message message : messages.subList(i, Math.min(messages.size(), i + BATCH))) {
        entries.add(
            ChangeMessageVisibilityBatchRequestEntry.builder()
                .id(String.valueOf(entries.size()))
                .receiptHandle(message.receiptHandle())
                .visibilityTimeout(0)
                .build());
      }
      sqs.changeMessageVisibilityBatch(r -> r.queueUrl(queue.url()).entries(entries));
    }
  }

  /** Returns the new id of the message. */
  private String send(DeadLetterQueue queue, Message message) {
    SendMessageRequest.Builder request =
        SendMessageRequest.builder()
            .queueUrl(queue.sourceUrl().orElseThrow())
            .messageBody(message.body())
            .messageAttributes(message.messageAttributes());
    String group = message.attributes().get(MessageSystemAttributeName.MESSAGE_GROUP_ID);
    if (group != null) {
      // With its first deduplication id, SQS would drop the message for five minutes. This id is
      // new, and the same if the message is sent twice because it was not deleted here.
      request.messageGroupId(group).messageDeduplicationId("redrive-" + message.messageId());
    }
    return sqs.sendMessage(request.build()).messageId();
  }

  private DeadLetter letter(DeadLetterQueue queue, Message message) {
    Map<String, AttributeValue> key = FailureItem.key(queue.source(), message.messageId());
    Map<String, AttributeValue> item =
        dynamoDb.getItem(r -> r.tableName(table).consistentRead(true).key(key)).item();
    return new DeadLetter(
        message, item.isEmpty() ? Optional.empty() : Optional.of(FailureItem.of(item)));
  }
}
