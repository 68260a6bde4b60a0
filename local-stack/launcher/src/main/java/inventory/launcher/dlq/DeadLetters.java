package inventory.launcher.dlq;

import inventory.model.AlertRecord.Decision;
import inventory.model.audit.AuditAction;
import inventory.model.audit.AuditEntry;
import inventory.model.audit.dynamodb.AuditedWrite;
import inventory.model.queue.FailureItem;
import inventory.model.resource.QueueDefinition;
import inventory.model.resource.Queues;
import inventory.stack.LaunchException;
import inventory.stack.aws.AwsClients;
import inventory.stack.aws.ResourceNames;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.SendMessageRequest;

/** The dead-letter queues of an environment: finds, counts, reads and redrives their messages. */
public final class DeadLetters {

  private static final int BATCH = 10;
  // If this process is killed, the messages it received are visible again after this time.
  private static final int HIDDEN_SECONDS = 30;

  private final SqsClient sqs;
  private final DynamoDbClient dynamoDb;
  private final ResourceNames names;
  private final Duration wait;

  /**
   * A dead-letter queue, with the name and URL of the queue that its messages come from. For the
   * stream, the source has no URL, because it takes no messages back.
   */
  public record Queue(String source, Optional<String> sourceUrl, String name, String url) {}

  /**
   * Approximate numbers of messages: waiting and in flight in the source queue, and those in the
   * dead-letter queue.
   */
  public record Counts(long waiting, long inFlight, long dead) {

    /** Whether nothing waits and nothing is in flight. */
    public boolean isEmpty() {
      return waiting == 0 && inFlight == 0;
    }
  }

  /** A message with its last failure, if a service recorded one. */
  public record DeadLetter(Message message, Optional<FailureItem> failure) {}

  /**
   * Prepares requests.
   *
   * @param wait how long to wait for a message before a queue counts as empty, in whole seconds;
   *     with 0, SQS asks only some of its servers and may miss messages
   */
  public DeadLetters(AwsClients clients, ResourceNames names, Duration wait) {
    this.sqs = clients.sqs();
    this.dynamoDb = clients.dynamoDb();
    this.names = names;
    this.wait = wait;
  }

  /**
   * The dead-letter queue with a name, or all: those of the queues and that of the stream.
   *
   * @param name its own name or that of its source; null for all
   * @throws LaunchException if there is no such queue
   */
  public List<Queue> find(String name) {
    List<Queue> all = new ArrayList<>();
    for (QueueDefinition queue : names.definitions()) {
      String dead = queue.deadLetterName();
      all.add(new Queue(queue.name(), Optional.of(url(queue.name())), dead, url(dead)));
    }
    String undelivered = names.queue(Queues.EVENTS_UNDELIVERED);
    all.add(new Queue(names.stream(), Optional.empty(), undelivered, url(undelivered)));
    List<Queue> found =
        all.stream()
            .filter(q -> name == null || name.equals(q.source()) || name.equals(q.name()))
            .toList();
    if (found.isEmpty()) {
      throw new LaunchException(
          "there is no queue %s: the queues are %s"
              .formatted(name, all.stream().map(Queue::source).collect(Collectors.joining(", "))));
    }
    return found;
  }

  private String url(String name) {
    return sqs.getQueueUrl(r -> r.queueName(name)).queueUrl();
  }

  /** Counts the messages of a queue. */
  public Counts counts(Queue queue) {
    long[] source = queue.sourceUrl().map(this::count).orElse(new long[2]);
    long[] dead = count(queue.url());
    return new Counts(source[0], source[1], dead[0] + dead[1]);
  }

  /** The visible and the delayed messages, and those in flight. */
  private long[] count(String url) {
    List<QueueAttributeName> numbers =
        List.of(
            QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES,
            QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_DELAYED,
            QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE);
    Map<QueueAttributeName, String> attributes =
        sqs.getQueueAttributes(r -> r.queueUrl(url).attributeNames(numbers)).attributes();
    long[] counts = numbers.stream().map(attributes::get).mapToLong(Long::parseLong).toArray();
    return new long[] {counts[0] + counts[1], counts[2]};
  }

  /**
   * Reads messages and leaves them in the queue. They are hidden meanwhile, so each is read once.
   *
   * @param limit the most messages to read, 1 or more
   */
  public List<DeadLetter> read(Queue queue, int limit) {
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
      received.forEach(message -> unhide(queue, message));
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
   * <p>The decision is in the audit before the first message moves.
   *
   * @param queue a queue with a source URL
   * @return number of messages
   */
  public int redrive(Queue queue, Decision decision) {
    Set<String> sent = new HashSet<>();
    while (true) {
      List<Message> batch = receive(queue, BATCH);
      List<Message> again = batch.stream().filter(m -> sent.contains(m.messageId())).toList();
      again.forEach(message -> unhide(queue, message));
      if (again.size() == batch.size()) {
        return sent.size();
      }
      if (sent.isEmpty()) {
        AuditedWrite.record(
            dynamoDb,
            names.table(),
            AuditEntry.on(queue.name(), AuditAction.REDRIVE_MESSAGES, decision, ""));
      }
      for (Message message : batch) {
        if (!again.contains(message)) {
          sent.add(send(queue, message));
          sqs.deleteMessage(r -> r.queueUrl(queue.url()).receiptHandle(message.receiptHandle()));
        }
      }
    }
  }

  private List<Message> receive(Queue queue, int atMost) {
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

  private void unhide(Queue queue, Message message) {
    sqs.changeMessageVisibility(
        r -> r.queueUrl(queue.url()).receiptHandle(message.receiptHandle()).visibilityTimeout(0));
  }

  /** Returns the new id of the message. */
  private String send(Queue queue, Message message) {
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

  private DeadLetter letter(Queue queue, Message message) {
    Map<String, AttributeValue> key = FailureItem.key(queue.source(), message.messageId());
    Map<String, AttributeValue> item =
        dynamoDb.getItem(r -> r.tableName(names.table()).consistentRead(true).key(key)).item();
    return new DeadLetter(
        message, item.isEmpty() ? Optional.empty() : Optional.of(FailureItem.of(item)));
  }
}
