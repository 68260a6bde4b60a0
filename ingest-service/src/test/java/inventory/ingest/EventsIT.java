package inventory.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import inventory.ingest.domain.Stock;
import inventory.model.FileId;
import inventory.model.FileKind;
import inventory.model.FileStatus;
import inventory.model.event.FactIds;
import inventory.model.event.FactRejectItem;
import inventory.model.message.ChangedItems;
import inventory.model.message.StreamRecord;
import inventory.model.queue.FailureItem;
import inventory.model.resource.Queues;
import inventory.model.table.FileItem;
import inventory.model.table.Keys;
import inventory.model.table.Values;
import io.micronaut.http.client.HttpClient;
import io.micronaut.serde.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.model.Message;

/** Events, from the FIFO queue to the level in the table (requirements E1 to E3). */
class EventsIT {

  // As short as possible, so a failed event is redelivered soon.
  private static final IngestFixture SERVICE =
      new IngestFixture(Map.of(), IngestFixture.visibility(Queues.EVENTS, 1));
  private static final String QUEUE = SERVICE.resources().queue(Queues.EVENTS);
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Instant ARRIVAL = Instant.parse("2026-03-01T10:30:00Z");
  private static final ObjectMapper JSON = ObjectMapper.getDefault();
  private static final AtomicLong SEQUENCE = new AtomicLong(1_000);

  @AfterAll
  static void stop() {
    SERVICE.close();
  }

  @Test
  void addedChangedRemovedAndAddedAgainOfOneSecondGiveTheLevelAndTheListing() {
    send("order", event("product_added", "order", "\"product_name\": \"A\", \"quantity\": 10"));
    send("order", event("quantity_changed", "order", "\"quantity_change\": -3"));
    assertStock("order", 7, "A", false);
    send("order", event("product_removed", "order", "\"product_name\": \"A\""));
    assertStock("order", 0, "A", true);
    send("order", event("product_added", "order", "\"product_name\": \"B\", \"quantity\": 5"));
    assertStock("order", 5, "B", false);
  }

  @Test
  void anEventCountsOnceHoweverOftenItIsDeliveredOrPublished() {
    String event = event("quantity_incremented", "twice", "\"quantity\": 4");
    StreamRecord record = record("twice", event);
    send(record, "first delivery");
    send(record, "second delivery");
    send("twice", event);
    send("twice", event("quantity_incremented", "twice", "\"quantity\": 30"));

    awaitDone();
    assertStock("twice", 34, "twice", false);
  }

  @Test
  void aBadEventBetweenGoodOnesIsInTheRejectsOfItsHourAndBlocksNothing() {
    send("bad", event("quantity_changed", "bad", "\"quantity_change\": 1"));
    send("bad", event("quantity_changed", "bad", "\"quantity_change\": \"two\""));
    send("bad", event("quantity_changed", "bad", "\"quantity_change\": 3"));
    String claimed =
        event("quantity_changed", "bad", "\"quantity_change\": 10")
            .replace("{\"event_type", "{\"event_id\": \"bad 1\", \"event_type");
    send("bad", claimed);
    send("bad", claimed.replace("10", "20"));
    awaitDone();

    assertStock("bad", 14, "bad", false);
    String key = "rejected/events/2026/03/01/2026030110_events.jsonl";
    assertThat(SERVICE.object(key).lines())
        .anySatisfy(
            line ->
                assertThat(line)
                    .startsWith(
                        "{\"field\":\"product.quantity_change\",\"reason\":\"is the text \\\"two\\\"; a whole")
                    .contains("\"partitionKey\":\"bad\""))
        .anySatisfy(
            line ->
                assertThat(line)
                    .startsWith("{\"field\":\"event_id\",\"reason\":\"belongs to another event"));
    String fileId = FileId.of(key, "");
    FileItem file = SERVICE.awaitFinished(fileId);
    assertThat(file.status()).isEqualTo(FileStatus.REJECTED);
    assertThat(file.kind()).isEqualTo(FileKind.EVENTS);
    assertThat(file.rejectsKey()).hasValue(key);
    assertThat(file.rowsRejected()).isEqualTo(SERVICE.object(key).lines().count());
    assertThat(SERVICE.receiveAll(SERVICE.resources().queue(Queues.FILES)))
        .extracting(Message::body)
        .contains("{\"fileId\":\"" + fileId + "\"}");
  }

  @Test
  void aCountStatesTheLevelAndLaterChangesAddToIt() {
    send("counted", event("quantity_changed", "counted", "\"quantity_change\": 9"));
    String later =
        event("quantity_changed", "counted", "\"quantity_change\": -1").replace("10:00", "10:01");
    send("counted", later);
    send("counted", event("quantity_counted", "counted", "\"quantity\": 40"));

    assertStock("counted", 39, "counted", false);
  }

  @Test
  void theRejectionOfAFactIsRecordedInItsRequest() {
    String request = FactIds.request("shop", "key 1");
    String event =
        event("quantity_changed", "fact", "\"quantity_change\": 1")
            .replace(
                "{\"event_type",
                "{\"event_id\": \"" + FactIds.event("shop", "a") + "\", \"event_type");
    StreamRecord first = fact(request, 1, event);
    StreamRecord other = fact(request, 2, event.replace(": 1,", ": 2,"));
    send(first, "first");
    send(other, "other");
    awaitDone();

    assertStock("fact", 1, "fact", false);
    FactRejectItem reject =
        FactRejectItem.of(SERVICE.item(Values.key(Keys.facts(request), Keys.rejectedFact(2))));
    assertThat(reject.code()).isEqualTo("id_taken");
    assertThat(reject.field()).isEqualTo("event_id");
    assertThat(SERVICE.item(Values.key(Keys.facts(request), Keys.rejectedFact(1)))).isEmpty();
  }

  private static StreamRecord fact(String request, int index, String event) {
    StreamRecord record = record("fact", event);
    return new StreamRecord(
        FactIds.record(request, index),
        record.partitionKey(),
        record.sequenceNumber(),
        record.approximateArrivalTimestamp(),
        record.data());
  }

  @Test
  void theChangedItemsAreNamedOnTheAlertQueueOnDeliveryOfAKnownEventToo() {
    StreamRecord record =
        record("told", event("quantity_changed", "told", "\"quantity_change\": 1"));
    for (String delivery : List.of("first", "second")) {
      send(record, "told " + delivery);
      await()
          .atMost(PATIENCE)
          .until(
              () ->
                  SERVICE.receiveAll(SERVICE.resources().queue(Queues.ALERT)).stream()
                      .map(message -> read(message.body()))
                      .filter(changed -> changed.cause().equals("events of the stream"))
                      .flatMap(changed -> changed.items().stream())
                      .anyMatch(new ChangedItems.Item("ONLINE", "told")::equals));
    }
  }

  @Test
  void aMessageThatIsNoRecordEndsInTheDeadLetterQueueAndHoldsUpNoOtherGroup() {
    sendBody("poison", "{\"no\":\"record\"}", "poison");
    send("well", event("quantity_changed", "well", "\"quantity_change\": 1"));

    assertStock("well", 1, "well", false);
    String deadLetters = QUEUE.replace(".fifo", "-dlq.fifo");
    await().atMost(PATIENCE).until(() -> SERVICE.messagesIn(deadLetters), count -> count == 1);
    Message dead = SERVICE.receiveAll(deadLetters).get(0);
    assertThat(dead.body()).isEqualTo("{\"no\":\"record\"}");
    assertThat(FailureItem.of(SERVICE.item(FailureItem.key(QUEUE, dead.messageId()))).reason())
        .contains("the message is not a stream record");
  }

  @Test
  void theServiceIsReadyOnlyWithTheQueueOfEvents() {
    try (HttpClient client = HttpClient.create(SERVICE.server().getURL())) {
      assertThat(client.toBlocking().retrieve("/health/readiness")).contains("\"events\"");
    }
  }

  private static void assertStock(String itemId, long units, String name, boolean removed) {
    Stock expected = new Stock(BigInteger.valueOf(units), name, removed);
    await(itemId)
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(SERVICE.stock("ONLINE", itemId)).contains(expected));
  }

  private static void awaitDone() {
    await().atMost(PATIENCE).until(() -> SERVICE.messagesIn(QUEUE), count -> count == 0);
  }

  private static String event(String type, String product, String fields) {
    return """
        {"event_type": "%s", "product": {"product_id": "%s", %s, "timestamp": "2026-03-01T10:00:00Z"}}"""
        .formatted(type, product, fields);
  }

  private static void send(String product, String event) {
    StreamRecord record = record(product, event);
    send(record, record.eventID());
  }

  private static void send(StreamRecord record, String deduplicationId) {
    try {
      sendBody(record.partitionKey(), JSON.writeValueAsString(record), deduplicationId);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void sendBody(String group, String body, String deduplicationId) {
    SERVICE
        .resources()
        .sqs()
        .sendMessage(
            request ->
                request
                    .queueUrl(SERVICE.resources().queueUrl(QUEUE))
                    .messageBody(body)
                    .messageGroupId(group)
                    .messageDeduplicationId(deduplicationId.replace(' ', '-')));
  }

  private static StreamRecord record(String product, String event) {
    String sequenceNumber = Long.toString(SEQUENCE.getAndIncrement());
    return new StreamRecord(
        "shardId-000000000000:" + sequenceNumber,
        product,
        sequenceNumber,
        ARRIVAL.toEpochMilli() / 1e3,
        Base64.getEncoder().encodeToString(event.getBytes(UTF_8)));
  }

  private static ChangedItems read(String body) {
    try {
      return JSON.readValue(body, ChangedItems.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
