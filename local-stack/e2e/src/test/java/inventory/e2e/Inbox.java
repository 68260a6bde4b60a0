package inventory.e2e;

import static org.awaitility.Awaitility.await;

import inventory.model.resource.QueueDefinition;
import inventory.model.resource.Queues;
import inventory.model.table.OutboxItem;
import inventory.testkit.Resources;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;

/** The inbox bucket and its queue, as warehouses and S3 use them. */
final class Inbox {

  private static final Duration PATIENCE = Duration.ofMinutes(10);
  private static final Duration POLL = Duration.ofMillis(100);
  private static final int BATCH = 10;

  private static final String EVENT =
      """
      {"Records":[{"eventVersion":"2.1","eventSource":"aws:s3","eventName":"ObjectCreated:Put",
      "eventTime":"%s","s3":{"object":{"key":"%s","size":%d,"eTag":"%s","versionId":"%s",
      "sequencer":"%016X"}}}]}
      """;

  private final Resources resources;

  Inbox(Resources resources) {
    this.resources = resources;
  }

  /** Drops a file; S3 sends a notification if its key matches a route. */
  void drop(InventoryFile file) {
    put(file);
  }

  /** Drops a large file. */
  void drop(String key, Path file) {
    resources.s3().putObject(r -> r.bucket(resources.bucket()).key(key), file);
  }

  /** Uploads files for which S3 sends no notification; returns the notifications it would send. */
  List<String> upload(List<Delivery> deliveries) {
    List<String> messages = new ArrayList<>();
    for (Delivery delivery : deliveries) {
      String version = put(delivery.file());
      InventoryFile file = delivery.file();
      messages.add(
          EVENT.formatted(
              delivery.uploadedAt(),
              URLEncoder.encode(file.key(), StandardCharsets.UTF_8).replace("%2F", "/"),
              file.bytes().length,
              Integer.toHexString(file.text().hashCode()),
              version,
              messages.size() + 1));
    }
    return messages;
  }

  private String put(InventoryFile file) {
    return resources
        .s3()
        .putObject(
            r -> r.bucket(resources.bucket()).key(file.key()), RequestBody.fromBytes(file.bytes()))
        .versionId();
  }

  /** Sends messages to ingest-service. */
  void announce(List<String> messages) {
    String url = resources.queueUrl(resources.queue(Queues.INGEST));
    for (int from = 0; from < messages.size(); from += BATCH) {
      List<SendMessageBatchRequestEntry> batch = new ArrayList<>();
      for (String message : messages.subList(from, Math.min(from + BATCH, messages.size()))) {
        String id = String.valueOf(batch.size());
        batch.add(SendMessageBatchRequestEntry.builder().id(id).messageBody(message).build());
      }
      resources.sqs().sendMessageBatch(r -> r.queueUrl(url).entries(batch));
    }
  }

  /** Sets the visibility timeout of ingest-service's queue, for messages of killed processes. */
  void hideReceivedFor(Duration time) {
    hideReceivedFor(Queues.INGEST, time);
  }

  /** Sets the visibility timeout of a queue, for messages of killed processes. */
  void hideReceivedFor(String queue, Duration time) {
    String url = resources.queueUrl(resources.queue(queue));
    Map<QueueAttributeName, String> attributes =
        Map.of(QueueAttributeName.VISIBILITY_TIMEOUT, String.valueOf(time.toSeconds()));
    resources.sqs().setQueueAttributes(r -> r.queueUrl(url).attributes(attributes));
  }

  /** Returns when all notifications are processed. */
  void awaitEmpty() {
    awaitEmpty(Queues.INGEST);
  }

  /**
   * Returns when a queue has no messages, visible or hidden.
   *
   * @param queue its standard name
   */
  void awaitEmpty(String queue) {
    await("an empty queue " + queue)
        .atMost(PATIENCE)
        .pollInterval(POLL)
        .until(() -> messagesIn(resources.queue(queue)) == 0);
  }

  /** How many messages all dead-letter queues have. */
  int allDeadLetters() {
    return Queues.ALL.stream()
        .map(queue -> queue.named(resources.queue(queue.name())).deadLetterName())
        .mapToInt(this::messagesIn)
        .sum();
  }

  /** Returns when every queue with a consumer is empty and every notification was sent. */
  void awaitAllEmpty() {
    Queues.ALL.stream()
        .map(QueueDefinition::name)
        .filter(queue -> !queue.equals(Queues.VALIDATION))
        .forEach(this::awaitEmpty);
    await("an empty outbox")
        .atMost(PATIENCE)
        .pollInterval(POLL)
        .until(
            () ->
                resources
                        .dynamoDb()
                        .query(OutboxItem.anyDue(resources.table(), Instant.now()))
                        .count()
                    == 0);
  }

  /** How many messages a queue has, by its standard name. */
  int waiting(String queue) {
    return messagesIn(resources.queue(queue));
  }

  /** How many messages wait for ingest-service or are being processed. */
  int waiting() {
    return messagesIn(resources.queue(Queues.INGEST));
  }

  /** How many messages are in ingest-service's dead-letter queue. */
  int deadLetters() {
    return messagesIn(resources.queue(Queues.INGEST) + "-dlq");
  }

  /** How many messages a queue has, by its name in this test. */
  int messagesIn(String queue) {
    String url = resources.queueUrl(queue);
    return resources
        .sqs()
        .getQueueAttributes(
            r ->
                r.queueUrl(url)
                    .attributeNames(
                        QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES,
                        QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_DELAYED,
                        QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE))
        .attributes()
        .values()
        .stream()
        .mapToInt(Integer::parseInt)
        .sum();
  }
}
