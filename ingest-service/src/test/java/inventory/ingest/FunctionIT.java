package inventory.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import inventory.ingest.domain.Stock;
import inventory.model.FileId;
import inventory.model.FileStatus;
import inventory.model.StockKey;
import inventory.model.function.QueueFunction;
import inventory.model.message.StreamRecord;
import inventory.model.queue.FailureItem;
import inventory.model.resource.Queues;
import inventory.model.table.FileItem;
import inventory.testkit.EmbeddedAws;
import inventory.testkit.EventSourceMapping;
import inventory.testkit.Resources;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.env.Environment;
import io.micronaut.serde.ObjectMapper;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** The service as a function behind event source mappings. */
class FunctionIT {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final double ARRIVAL = Instant.parse("2026-03-01T10:30:00Z").getEpochSecond();
  private static final ObjectMapper JSON = ObjectMapper.getDefault();

  private final Resources resources = EmbeddedAws.newResources();
  private final QueueFunction function = new QueueFunction(context());
  private final List<EventSourceMapping> mappings = new ArrayList<>();
  private int sequence = 1_000;

  private ApplicationContext context() {
    Map<String, Object> properties = new HashMap<>(resources.properties());
    properties.put("inventory.redelivery-after", "1s");
    properties.put("inventory.large-queue", resources.queue(Queues.FILES));
    properties.put("inventory.large-file-bytes", "1000");
    return ApplicationContext.run(properties, Environment.FUNCTION);
  }

  private void map(String queue, int batchSize, Function<SQSEvent, SQSBatchResponse> called) {
    mappings.add(
        new EventSourceMapping(resources.sqs(), resources.queue(queue), batchSize, called));
  }

  @AfterEach
  void stop() {
    mappings.forEach(EventSourceMapping::close);
    function.close();
    resources.close();
  }

  @Test
  void aFileBecomesLevelsThoughTheFunctionDiesOnceAfterItsWork() {
    AtomicInteger calls = new AtomicInteger();
    IngestFixture.visibility(Queues.INGEST, 1).accept(resources);
    map(
        Queues.INGEST,
        1,
        event -> {
          SQSBatchResponse response = function.handleRequest(event, null);
          boolean isFile = event.getRecords().get(0).getBody().contains("stock.csv");
          if (isFile && calls.incrementAndGet() == 1) {
            throw new IllegalStateException("killed before it could answer");
          }
          return response;
        });

    String fileId = put("stock.csv", "store,item,count\nBerlin 1,a1,7\nBerlin 1,a2,many\n");

    await().atMost(PATIENCE).until(() -> calls.get() == 2);
    FileItem file = FileItem.of(item(FileItem.key(fileId)));
    assertThat(file.status()).isEqualTo(FileStatus.PARTIAL);
    assertThat(level("Berlin 1", "a1")).hasValue(BigInteger.valueOf(7));
    awaitEmpty(Queues.INGEST);
  }

  @Test
  void ofABatchOfEventsOnlyTheGroupOfABadOneIsRedelivered() throws IOException {
    send("good", event("good", 4));
    sendBody("bad", "{\"no\":\"record\"}");
    send("bad", event("bad", 5));
    send("good", event("good", 6));

    map(Queues.EVENTS, 10, event -> function.handleRequest(event, null));

    await()
        .atMost(PATIENCE)
        .until(() -> level("ONLINE", "good"), Optional.of(BigInteger.TEN)::equals);
    String deadLetters = resources.queue(Queues.EVENTS).replace(".fifo", "-dlq.fifo");
    await().atMost(PATIENCE).until(() -> waiting(deadLetters), count -> count == 1);
    await()
        .atMost(PATIENCE)
        .until(() -> level("ONLINE", "bad"), Optional.of(BigInteger.valueOf(5))::equals);
    awaitEmpty(Queues.EVENTS);
  }

  /** SQS counts the receives of all messages of a batch, so the last one of the first is theirs. */
  @Test
  void whatFollowsABadMessageIsProcessedAfterItsLastReceive() throws IOException {
    SQSEvent first = batch(4, "{\"no\":\"record\"}", record("bad", event("bad", 5)));
    SQSEvent last = batch(5, "{\"no\":\"record\"}", record("bad", event("bad", 5)));

    assertThat(failed(function.handleRequest(first, null)))
        .containsExactly("message-0", "message-1");
    assertThat(level("ONLINE", "bad")).isEmpty();
    assertThat(failed(function.handleRequest(last, null))).containsExactly("message-0");
    assertThat(level("ONLINE", "bad")).hasValue(BigInteger.valueOf(5));
  }

  private static List<String> failed(SQSBatchResponse response) {
    return response.getBatchItemFailures().stream()
        .map(SQSBatchResponse.BatchItemFailure::getItemIdentifier)
        .toList();
  }

  /** Messages of one group that were received together so often. */
  private SQSEvent batch(int receives, String... bodies) {
    List<SQSEvent.SQSMessage> messages = new ArrayList<>();
    for (String body : bodies) {
      SQSEvent.SQSMessage message = new SQSEvent.SQSMessage();
      message.setMessageId("message-" + messages.size());
      message.setReceiptHandle("receipt");
      message.setBody(body);
      message.setEventSourceArn(
          "arn:aws:sqs:eu-central-1:000000000000:" + resources.queue(Queues.EVENTS));
      message.setAttributes(
          Map.of("ApproximateReceiveCount", String.valueOf(receives), "MessageGroupId", "bad"));
      messages.add(message);
    }
    SQSEvent event = new SQSEvent();
    event.setRecords(messages);
    return event;
  }

  @Test
  void aFailedMessageLeavesItsReasonAndEndsInTheDeadLetterQueue() {
    map(Queues.INGEST, 1, event -> function.handleRequest(event, null));
    String queue = resources.queue(Queues.INGEST);
    String id =
        resources
            .sqs()
            .sendMessage(s -> s.queueUrl(resources.queueUrl(queue)).messageBody("no notification"))
            .messageId();

    await().atMost(PATIENCE).until(() -> waiting(queue + "-dlq"), count -> count == 1);
    FailureItem failure = FailureItem.of(item(FailureItem.key(queue, id)));
    assertThat(failure.receives()).isEqualTo(5);
    assertThat(failure.reason()).isNotBlank();
  }

  /** Any queue will do: nobody consumes that of files here. */
  @Test
  void aMessageAboutALargeFileIsSentOnUnprocessed() {
    map(Queues.INGEST, 1, event -> function.handleRequest(event, null));
    String other = resources.queue(Queues.FILES);

    String fileId = put("large.csv", "store,item,count\n" + "Berlin 1,a1,7\n".repeat(100));

    await().atMost(PATIENCE).until(() -> waiting(other), count -> count == 1);
    awaitEmpty(Queues.INGEST);
    assertThat(item(FileItem.key(fileId))).isEmpty();
  }

  private String put(String key, String text) {
    return FileId.of(
        key,
        resources
            .s3()
            .putObject(p -> p.bucket(resources.bucket()).key(key), RequestBody.fromString(text))
            .versionId());
  }

  private static String event(String product, int quantity) {
    return """
        {"event_type": "quantity_incremented", "product": {"product_id": "%s", "product_name": "%s", \
        "quantity": %d, "timestamp": "2026-03-01T10:00:00Z"}}"""
        .formatted(product, product, quantity);
  }

  private void send(String group, String event) throws IOException {
    sendBody(group, record(group, event));
  }

  private String record(String group, String event) throws IOException {
    String data = Base64.getEncoder().encodeToString(event.getBytes(StandardCharsets.UTF_8));
    String number = String.valueOf(sequence);
    return JSON.writeValueAsString(
        new StreamRecord("shardId-0:" + number, group, number, ARRIVAL, data));
  }

  private void sendBody(String group, String body) {
    sequence++;
    resources
        .sqs()
        .sendMessage(
            s ->
                s.queueUrl(resources.queueUrl(resources.queue(Queues.EVENTS)))
                    .messageBody(body)
                    .messageGroupId(group)
                    .messageDeduplicationId(String.valueOf(sequence)));
  }

  private Map<String, AttributeValue> item(Map<String, AttributeValue> key) {
    return resources.dynamoDb().getItem(r -> r.tableName(resources.table()).key(key)).item();
  }

  private Optional<BigInteger> level(String warehouse, String itemId) {
    return IngestFixture.stock(resources, new StockKey(warehouse, itemId)).map(Stock::units);
  }

  private void awaitEmpty(String queue) {
    String name = resources.queue(queue);
    await().atMost(PATIENCE).until(() -> waiting(name) + hidden(name), count -> count == 0);
  }

  private int waiting(String queue) {
    return attribute(queue, QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES);
  }

  private int hidden(String queue) {
    return attribute(queue, QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE);
  }

  private int attribute(String queue, QueueAttributeName name) {
    return Integer.parseInt(
        resources
            .sqs()
            .getQueueAttributes(g -> g.queueUrl(resources.queueUrl(queue)).attributeNames(name))
            .attributes()
            .get(name));
  }
}
