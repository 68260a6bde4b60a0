package inventory.alert;

import static inventory.alert.http.Receiver.status;
import static org.assertj.core.api.Assertions.assertThat;

import inventory.alert.dynamodb.DynamoDbClaims;
import inventory.alert.dynamodb.DynamoDbDeliveries;
import inventory.alert.dynamodb.DynamoDbEndpoints;
import inventory.alert.dynamodb.DynamoDbEventFeed;
import inventory.alert.http.HttpSender;
import inventory.alert.http.Receiver;
import inventory.alert.http.TestEndpoints;
import inventory.alert.webhook.Claim;
import inventory.alert.webhook.DeliveryDispatcher;
import inventory.alert.webhook.EventDistributor;
import inventory.model.AlertRecord.Decision;
import inventory.model.Backoff;
import inventory.model.table.Batches;
import inventory.model.table.Keys;
import inventory.model.table.OutboxItem;
import inventory.model.table.Table;
import inventory.model.table.Values;
import inventory.model.webhook.DeliveryItem;
import inventory.model.webhook.EventBatchItem;
import inventory.model.webhook.WebhookDelivery;
import inventory.model.webhook.WebhookDelivery.Attempt;
import inventory.model.webhook.WebhookDelivery.State;
import inventory.model.webhook.WebhookEndpoint;
import inventory.model.webhook.WebhookEvent;
import inventory.model.webhook.WebhookItem;
import inventory.model.webhook.WebhookUrl;
import inventory.testkit.EmbeddedAws;
import inventory.testkit.Resources;
import io.micronaut.json.JsonMapper;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.apache.http.impl.conn.SystemDefaultDnsResolver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Delivers events from a real table to a real server; the clock is the test's. */
class WebhookDeliveryIT {

  private static final Duration TIMEOUT = Duration.ofMillis(500);
  private static final String ID = "shop";

  private final Backoff store = new Backoff(3, Duration.ofMillis(1), Duration.ofMillis(2));
  private Resources resources;
  private Receiver receiver;
  private HttpSender sender;
  private DynamoDbEndpoints endpoints;
  private DynamoDbDeliveries deliveries;
  private EventDistributor distributor;
  private DeliveryDispatcher dispatcher;
  private Instant now = Instant.now();

  @BeforeEach
  void start() {
    resources = EmbeddedAws.newResources();
    receiver = new Receiver();
    Batches batches = new Batches(resources.dynamoDb(), resources.table(), store);
    endpoints = new DynamoDbEndpoints(resources.dynamoDb(), resources.table());
    deliveries = new DynamoDbDeliveries(resources.dynamoDb(), resources.table(), batches);
    sender =
        new HttpSender(
            WebhookUrl.allowing("127.0.0.1"),
            SystemDefaultDnsResolver.INSTANCE,
            JsonMapper.createDefault(),
            "/inventory",
            TIMEOUT,
            TIMEOUT);
    distributor =
        new EventDistributor(
            new DynamoDbEventFeed(resources.dynamoDb(), resources.table(), endpoints, batches),
            endpoints,
            deliveries,
            claim());
    dispatcher = dispatcher();
    put(WebhookItem.toItem(TestEndpoints.at(ID, receiver.url("/hook"))));
  }

  private DeliveryDispatcher dispatcher() {
    return new DeliveryDispatcher(
        endpoints,
        deliveries,
        sender,
        claim(),
        new Backoff(Integer.MAX_VALUE, Duration.ofSeconds(5), Duration.ofHours(1)));
  }

  private Claim claim() {
    return new Claim(
        new DynamoDbClaims(resources.dynamoDb(), resources.table()),
        action -> () -> {},
        () -> now,
        () -> UUID.randomUUID().toString());
  }

  @AfterEach
  void stop() throws IOException {
    sender.close();
    receiver.close();
    resources.close();
  }

  @Test
  void eventsArriveOnceSignedAndInOrder() {
    List<WebhookEvent> events = publish(low("a", 1), low("b", 1), low("a", 2));

    run();
    run();

    assertThat(receiver.ids()).isEqualTo(ids(events));
    assertThat(receiver.messages())
        .allMatch(message -> message.isSignedBy(TestEndpoints.SECRET.text()));
    assertThat(in(State.DELIVERED))
        .extracting(WebhookDelivery::attempts, delivery -> delivery.lastAttempt().orElseThrow())
        .containsOnly(
            org.assertj.core.groups.Tuple.tuple(1, new Attempt(now, Optional.of(200), "200")));
    assertThat(in(State.PENDING)).isEmpty();
    assertThat(items(Keys.WEBHOOK_EVENTS)).isEmpty();
  }

  @Test
  void whatWasDistributedTwiceArrivesOnce() {
    EventBatchItem batch = new EventBatchItem(now, List.of(low("a", 1)));
    put(batch.toItem());
    run();
    put(batch.toItem());
    run();

    assertThat(receiver.ids()).hasSize(1);
  }

  @Test
  void anEndpointThatFailsIsPausedAndGetsTheSameMessagesLaterInOrder() {
    List<WebhookEvent> events = publish(low("a", 1), low("b", 1), low("a", 2));
    receiver.next(status(500), status(503));

    run();
    assertThat(receiver.ids()).containsExactly(events.get(0).id());
    assertThat(endpoint().failingSince()).contains(now);
    assertThat(endpoint().pausedUntil()).contains(now.plusSeconds(5));
    pass(Duration.ofSeconds(4));
    run();
    assertThat(receiver.messages()).hasSize(1);
    pass(Duration.ofSeconds(1));
    run();
    assertThat(receiver.ids()).containsOnly(events.get(0).id()).hasSize(2);
    pass(Duration.ofSeconds(9));
    run();
    assertThat(receiver.messages()).hasSize(2);
    pass(Duration.ofSeconds(1));
    run();

    assertThat(receiver.ids().subList(2, 5)).isEqualTo(ids(events));
    assertThat(receiver.messages().get(2).body()).isEqualTo(receiver.messages().get(0).body());
    assertThat(receiver.messages())
        .allMatch(message -> message.isSignedBy(TestEndpoints.SECRET.text()));
    assertThat(endpoint().failingSince()).isEmpty();
    assertThat(endpoint().pausedUntil()).isEmpty();
  }

  @Test
  void anEndpointThatDoesNotAnswerIsAskedAgain() {
    List<WebhookEvent> events = publish(low("a", 1));
    receiver.next(receiver.silence());

    run();
    assertThat(in(State.PENDING))
        .extracting(delivery -> delivery.lastAttempt().orElseThrow())
        .containsExactly(new Attempt(now, Optional.empty(), "no complete response within PT0.5S"));
    pass(Duration.ofSeconds(5));
    run();

    assertThat(receiver.ids()).containsExactly(events.get(0).id(), events.get(0).id());
    assertThat(in(State.DELIVERED)).extracting(WebhookDelivery::attempts).containsExactly(2);
  }

  @Test
  void aRefusedMessageBlocksItsItemOnly() {
    List<WebhookEvent> events = publish(low("a", 1), low("a", 2), low("b", 1));
    receiver.next(status(422));

    run();
    assertThat(receiver.ids()).containsExactly(events.get(0).id(), events.get(2).id());
    pass(Duration.ofSeconds(5));
    run();

    assertThat(receiver.ids().subList(2, 4)).isEqualTo(ids(events.subList(0, 2)));
  }

  @Test
  void anEndpointThatRefusesFiveInARowIsPaused() {
    publish(
        Stream.of("a", "b", "c", "d", "e", "f")
            .map(item -> low(item, 1))
            .toArray(WebhookEvent[]::new));
    receiver.usually(status(404));

    run();

    assertThat(receiver.messages()).hasSize(5);
    assertThat(endpoint().pausedUntil()).contains(now.plusSeconds(5));
  }

  @Test
  void anEndpointThatIsGoneIsDisabledWithANotice() {
    publish(low("a", 1), low("b", 1));
    receiver.next(status(410));

    run();
    pass(Duration.ofHours(2));
    run();

    assertThat(receiver.messages()).hasSize(1);
    assertThat(endpoint().enabled()).isFalse();
    assertThat(endpoint().changed().note()).isEqualTo("The endpoint answered 410 Gone.");
    assertThat(notices()).hasSize(1);
    assertThat(in(State.PENDING)).hasSize(2);
    // It misses the events of this time, and goes on with its list when it is enabled.
    publish(low("c", 1));
    run();
    update(WebhookItem.enable(new Decision(now, "ann", "")));
    run();
    assertThat(receiver.messages()).hasSize(3);
    assertThat(in(State.DELIVERED)).hasSize(2);
  }

  @Test
  void deliveriesFailAfterADayWithOneNotice() {
    publish(low("a", 1), low("b", 1));
    receiver.usually(status(500));
    Instant end = now.plus(Duration.ofHours(30));
    int attempts = 0;
    while (now.isBefore(end) && in(State.FAILED).isEmpty()) {
      run();
      attempts++;
      now = endpoint().pausedUntil().orElseThrow();
    }

    assertThat(in(State.PENDING)).isEmpty();
    assertThat(in(State.FAILED))
        .extracting(WebhookDelivery::attempts)
        .containsExactlyInAnyOrder(attempts, 0);
    assertThat(attempts).isBetween(30, 40);
    assertThat(receiver.messages()).hasSize(attempts);
    assertThat(notices()).hasSize(1);
    assertThat(endpoint().enabled()).isTrue();
    // New events are sent when the endpoint works again.
    receiver.usually(status(200));
    publish(low("a", 2));
    run();
    assertThat(in(State.DELIVERED)).hasSize(1);
  }

  @Test
  void retryAfterIsHonouredForAnHourAtMost() {
    publish(low("a", 1));
    receiver.next(status(429, "Retry-After", "60"), status(503, "Retry-After", "86400"));

    run();
    assertThat(endpoint().pausedUntil()).contains(now.plusSeconds(60));
    pass(Duration.ofMinutes(1));
    run();
    assertThat(endpoint().pausedUntil()).contains(now.plus(Duration.ofHours(1)));
    pass(Duration.ofHours(1));
    run();

    assertThat(in(State.DELIVERED)).hasSize(1);
  }

  @Test
  void eventsOfAnItemAreOrderedByTheirSequenceWhateverTheClocksSay() {
    WebhookEvent second = TestEndpoints.low("a", 2, now.minusSeconds(9));
    WebhookEvent first = TestEndpoints.low("a", 1, now);
    List<WebhookEvent> events = publish(second, first);

    run();

    assertThat(receiver.ids()).containsExactly(events.get(1).id(), events.get(0).id());
  }

  @Test
  void twoProcessesSendEachMessageOnce() throws Exception {
    publish(
        Stream.iterate(1, i -> i + 1)
            .limit(30)
            .map(i -> low("i" + i, 1))
            .toArray(WebhookEvent[]::new));
    distributor.distribute();
    CountDownLatch start = new CountDownLatch(1);
    List<Thread> threads =
        Stream.generate(
                () ->
                    new Thread(
                        () -> {
                          try {
                            start.await();
                          } catch (InterruptedException e) {
                            throw new IllegalStateException(e);
                          }
                          dispatcher().dispatch(endpoint());
                        }))
            .limit(4)
            .toList();
    threads.forEach(Thread::start);
    start.countDown();
    for (Thread thread : threads) {
      thread.join();
    }
    run();

    assertThat(receiver.ids()).hasSize(30).doesNotHaveDuplicates();
  }

  @Test
  void aDeletedEndpointGetsNothing() {
    publish(low("a", 1));
    distributor.distribute();
    WebhookEndpoint deleted = endpoint();
    resources.dynamoDb().deleteItem(d -> d.tableName(resources.table()).key(WebhookItem.key(ID)));

    dispatcher.dispatch(deleted);

    assertThat(receiver.messages()).isEmpty();
  }

  private WebhookEvent low(String itemId, long sequence) {
    return TestEndpoints.low(itemId, sequence, now);
  }

  /** Publishes events, in this order in time. */
  private List<WebhookEvent> publish(WebhookEvent... events) {
    List<WebhookEvent> ordered =
        Stream.iterate(0, i -> i + 1)
            .limit(events.length)
            .map(i -> at(events[i], events[i].time().plusMillis(i)))
            .toList();
    put(new EventBatchItem(now, ordered).toItem());
    return ordered;
  }

  private static WebhookEvent at(WebhookEvent event, Instant time) {
    return WebhookEvent.of(
        event.type(),
        time,
        event.subject(),
        event.sequence(),
        event.alert(),
        event.data(),
        event.text());
  }

  private void run() {
    distributor.distribute();
    dispatcher.dispatch(endpoint());
  }

  private void pass(Duration time) {
    now = now.plus(time);
  }

  private WebhookEndpoint endpoint() {
    return endpoints.find(ID).orElseThrow();
  }

  private static List<String> ids(List<WebhookEvent> events) {
    return events.stream().map(WebhookEvent::id).toList();
  }

  private List<WebhookDelivery> in(State state) {
    return items(Keys.webhook(ID)).stream()
        .filter(item -> item.get(Table.SK).s().startsWith(DeliveryItem.prefix(state)))
        .map(DeliveryItem::of)
        .toList();
  }

  private List<OutboxItem> notices() {
    return items(Keys.outbox("OPERATIONS")).stream().map(OutboxItem::of).toList();
  }

  private List<Map<String, AttributeValue>> items(String partition) {
    return resources
        .dynamoDb()
        .query(
            q ->
                q.tableName(resources.table())
                    .consistentRead(true)
                    .keyConditionExpression("pk = :pk")
                    .expressionAttributeValues(Map.of(":pk", Values.text(partition))))
        .items();
  }

  private void update(inventory.model.table.ItemUpdate update) {
    resources.dynamoDb().updateItem(update.request(resources.table(), WebhookItem.key(ID)).build());
  }

  private void put(Map<String, AttributeValue> item) {
    resources.dynamoDb().putItem(p -> p.tableName(resources.table()).item(item));
  }
}
