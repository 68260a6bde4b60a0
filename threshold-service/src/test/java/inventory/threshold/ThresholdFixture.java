package inventory.threshold;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import inventory.model.AlertId;
import inventory.model.FileId;
import inventory.model.resource.Queues;
import inventory.model.table.FileItem;
import inventory.model.table.ThresholdItem;
import inventory.testkit.EmbeddedAws;
import inventory.testkit.Resources;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.serde.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** The service, running on stores and queues of its own. */
public final class ThresholdFixture implements AutoCloseable {

  // Ten thousand entries took half a minute on two cores that others were using too.
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final Resources resources = EmbeddedAws.newResources();
  private final EmbeddedServer server;

  public ThresholdFixture() {
    Map<String, Object> properties = new HashMap<>(resources.properties());
    properties.put("micronaut.server.port", -1);
    server = ApplicationContext.run(EmbeddedServer.class, properties);
  }

  public Resources resources() {
    return resources;
  }

  EmbeddedServer server() {
    return server;
  }

  /** Drops a file; returns its version. */
  public String put(String key, byte[] content) {
    return resources
        .s3()
        .putObject(
            request -> request.bucket(resources.bucket()).key(key), RequestBody.fromBytes(content))
        .versionId();
  }

  /** Drops a file, waits until it is finished, and returns its record. */
  public FileItem take(String key, byte[] content) {
    return awaitFinished(FileId.of(key, put(key, content)));
  }

  /** Drops a file of text, waits until it is finished, and returns its record. */
  public FileItem take(String key, String content) {
    return take(key, content.getBytes(UTF_8));
  }

  /** Sends S3's notification of a version of an object, as if it had been uploaded then. */
  public void notify(String key, String version, Instant uploadedAt) {
    String event =
        """
        {"Records":[{"eventName":"ObjectCreated:Put","eventTime":"%s","s3":{"object":\
        {"key":"%s","size":5,"eTag":"x","versionId":"%s","sequencer":"1"}}}]}"""
            .formatted(uploadedAt, key, version);
    send(event);
  }

  /** Sends a message to the service. */
  void send(String body) {
    resources
        .sqs()
        .sendMessage(r -> r.queueUrl(resources.queueUrl(thresholdQueue())).messageBody(body));
  }

  /** Waits until a file is finished; returns its record. */
  public FileItem awaitFinished(String fileId) {
    return FileItem.of(
        await("file " + fileId)
            .atMost(PATIENCE)
            .pollInterval(Duration.ofMillis(50))
            .until(() -> item(FileItem.key(fileId)), ThresholdFixture::isFinished));
  }

  private static boolean isFinished(Map<String, AttributeValue> item) {
    return !item.isEmpty() && FileItem.of(item).status().finished();
  }

  /** The threshold of an item for all warehouses, in units. */
  OptionalLong threshold(String itemId) {
    return threshold(itemId, Optional.empty());
  }

  /** The threshold of an item, in units. */
  OptionalLong threshold(String itemId, Optional<String> warehouse) {
    Map<String, AttributeValue> item = item(ThresholdItem.key(new AlertId(itemId, warehouse)));
    return ThresholdItem.isOne(item)
        ? OptionalLong.of(ThresholdItem.of(item).rule().orElseThrow().restockIfBelow())
        : OptionalLong.empty();
  }

  private Map<String, AttributeValue> item(Map<String, AttributeValue> key) {
    return resources
        .dynamoDb()
        .getItem(r -> r.tableName(resources.table()).consistentRead(true).key(key))
        .item();
  }

  /** The text of an object in the bucket. */
  public String object(String key) {
    return resources
        .s3()
        .getObjectAsBytes(request -> request.bucket(resources.bucket()).key(key))
        .asUtf8String();
  }

  /** Waits for a message of a queue; deletes it and those before it, of other tests. */
  public <T> T awaitMessage(String queue, Class<T> type, Predicate<T> wanted) {
    return await("message of " + queue)
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(50))
        .until(() -> find(queue, type, wanted), Optional::isPresent)
        .orElseThrow();
  }

  private <T> Optional<T> find(String queue, Class<T> type, Predicate<T> wanted)
      throws IOException {
    ObjectMapper json = server.getApplicationContext().getBean(ObjectMapper.class);
    Optional<T> found = Optional.empty();
    for (Message message : receive(queue)) {
      T body = json.readValue(message.body(), type);
      if (wanted.test(body)) {
        found = Optional.of(body);
      }
      resources
          .sqs()
          .deleteMessage(
              r -> r.queueUrl(resources.queueUrl(queue)).receiptHandle(message.receiptHandle()));
    }
    return found;
  }

  /** Messages of a queue, which they do not leave. */
  List<Message> receive(String queue) {
    return resources
        .sqs()
        .receiveMessage(
            r -> r.queueUrl(resources.queueUrl(queue)).maxNumberOfMessages(10).visibilityTimeout(0))
        .messages();
  }

  /** How many messages a queue holds, those included that are being worked on. */
  int messagesIn(String queue) {
    return resources
        .sqs()
        .getQueueAttributes(
            request ->
                request
                    .queueUrl(resources.queueUrl(queue))
                    .attributeNames(
                        QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES,
                        QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE))
        .attributes()
        .values()
        .stream()
        .mapToInt(Integer::parseInt)
        .sum();
  }

  /** The name of the service's queue here. */
  String thresholdQueue() {
    return resources.queue(Queues.THRESHOLD);
  }

  @Override
  public void close() {
    server.close();
    server.getApplicationContext().close();
    resources.close();
  }
}
