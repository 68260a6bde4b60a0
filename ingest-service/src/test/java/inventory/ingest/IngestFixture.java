package inventory.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import inventory.ingest.domain.Stock;
import inventory.model.FileId;
import inventory.model.StockKey;
import inventory.model.resource.Queues;
import inventory.model.table.FileItem;
import inventory.model.table.LevelItem;
import inventory.testkit.EmbeddedAws;
import inventory.testkit.Resources;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** The service, running on stores and queues of its own. */
public final class IngestFixture implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Resources resources = EmbeddedAws.newResources();
  private final EmbeddedServer server;

  /** Starts the service with settings beside those that name its resources. */
  public IngestFixture(Map<String, Object> settings) {
    this(settings, resources -> {});
  }

  /**
   * Starts the service.
   *
   * @param prepare changes the stores and queues before the start
   */
  public IngestFixture(Map<String, Object> settings, Consumer<Resources> prepare) {
    prepare.accept(resources);
    Map<String, Object> properties = new HashMap<>(resources.properties());
    properties.put("micronaut.server.port", -1);
    properties.putAll(settings);
    server = ApplicationContext.run(EmbeddedServer.class, properties);
  }

  /** How many seconds a received message of a queue stays hidden; must precede its consumers. */
  static Consumer<Resources> visibility(String queue, int seconds) {
    return resources ->
        resources
            .sqs()
            .setQueueAttributes(
                request ->
                    request
                        .queueUrl(resources.queueUrl(resources.queue(queue)))
                        .attributes(
                            Map.of(
                                QueueAttributeName.VISIBILITY_TIMEOUT, Integer.toString(seconds))));
  }

  /** The stores and queues. */
  public Resources resources() {
    return resources;
  }

  /** The service's own beans and address. */
  public EmbeddedServer server() {
    return server;
  }

  /** Drops a file; returns its id. */
  public String put(String key, byte[] content) {
    PutObjectResponse response =
        resources
            .s3()
            .putObject(
                request -> request.bucket(resources.bucket()).key(key),
                RequestBody.fromBytes(content));
    return FileId.of(key, response.versionId());
  }

  /** Drops a file of text; returns its id. */
  public String put(String key, String content) {
    return put(key, content.getBytes(UTF_8));
  }

  /** Drops a file, waits until it is finished, and returns its record. */
  public FileItem ingest(String key, String content) {
    return awaitFinished(put(key, content));
  }

  /** Waits until a file is finished; returns its record. */
  public FileItem awaitFinished(String fileId) {
    return FileItem.of(
        await("file " + fileId)
            .atMost(PATIENCE)
            .pollInterval(Duration.ofMillis(50))
            .until(() -> item(FileItem.key(fileId)), IngestFixture::isFinished));
  }

  private static boolean isFinished(Map<String, AttributeValue> item) {
    return !item.isEmpty() && FileItem.of(item).status().finished();
  }

  /** The level of an item, if there is one. */
  public Optional<BigInteger> level(String warehouse, String itemId) {
    return stock(warehouse, itemId).map(Stock::units);
  }

  /** How an item stands, if it is known. */
  public Optional<Stock> stock(String warehouse, String itemId) {
    return stock(resources, new StockKey(warehouse, itemId));
  }

  /** How an item of a table stands. */
  public static Optional<Stock> stock(Resources resources, StockKey key) {
    Map<String, AttributeValue> item = item(resources, LevelItem.key(key));
    return item.isEmpty() ? Optional.empty() : Optional.of(stock(LevelItem.of(item)));
  }

  private static Stock stock(LevelItem level) {
    return new Stock(level.stockLevel(), level.itemName(), level.removed());
  }

  /** An item of the table; empty if there is none. */
  public Map<String, AttributeValue> item(Map<String, AttributeValue> key) {
    return item(resources, key);
  }

  private static Map<String, AttributeValue> item(
      Resources resources, Map<String, AttributeValue> key) {
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

  /** Takes all messages that a queue holds, in its order, with their attributes. */
  public List<Message> receiveAll(String queueName) {
    String url = resources.queueUrl(queueName);
    List<Message> all = new ArrayList<>();
    List<Message> some;
    do {
      some =
          resources
              .sqs()
              .receiveMessage(
                  request ->
                      request
                          .queueUrl(url)
                          .maxNumberOfMessages(10)
                          .messageSystemAttributeNames(MessageSystemAttributeName.ALL))
              .messages();
      for (Message message : some) {
        all.add(message);
        resources
            .sqs()
            .deleteMessage(request -> request.queueUrl(url).receiptHandle(message.receiptHandle()));
      }
    } while (!some.isEmpty());
    return all;
  }

  /** How many messages a queue holds, those included that are being worked on. */
  public int messagesIn(String queueName) {
    Map<QueueAttributeName, String> counts =
        resources
            .sqs()
            .getQueueAttributes(
                request ->
                    request
                        .queueUrl(resources.queueUrl(queueName))
                        .attributeNames(
                            QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES,
                            QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE))
            .attributes();
    return counts.values().stream().mapToInt(Integer::parseInt).sum();
  }

  /** The name of the inbox queue here. */
  public String ingestQueue() {
    return resources.queue(Queues.INGEST);
  }

  @Override
  public void close() {
    server.close();
    server.getApplicationContext().close();
    resources.close();
  }
}
