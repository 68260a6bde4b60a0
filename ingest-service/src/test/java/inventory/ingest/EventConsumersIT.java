package inventory.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import inventory.ingest.domain.EventRejects;
import inventory.ingest.domain.Stock;
import inventory.model.message.StreamRecord;
import inventory.model.resource.Queues;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.http.client.HttpClient;
import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpFullResponse;

/** What the consumers of events do while something fails: no event is lost, and none is stuck. */
class EventConsumersIT {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int RECEIVES = 5;

  private static final IngestFixture SERVICE =
      new IngestFixture(Map.of(Faults.ENABLED, true), IngestFixture.visibility(Queues.EVENTS, 1));
  private static final String QUEUE = SERVICE.resources().queue(Queues.EVENTS);
  private static final Faults FAULTS =
      SERVICE.server().getApplicationContext().getBean(Faults.class);

  @AfterAll
  static void stop() {
    SERVICE.close();
  }

  @Test
  void anOutageOfTheStoreDoesNotUseUpTheReceivesOfAnEvent() throws IOException {
    FAULTS.denied.set(0);
    FAULTS.deny = true;
    send("outage", "3");
    // Each receive needs at most three calls: the batch, the group, and the record of the failure.
    await().atMost(PATIENCE).until(() -> FAULTS.denied.get() > 3 * RECEIVES);
    FAULTS.deny = false;

    awaitUnits("outage", 3);
    assertThat(SERVICE.messagesIn(QUEUE.replace(".fifo", "-dlq.fifo"))).isZero();
  }

  @Test
  void aServiceWithoutEventConsumersProcessesFiles() {
    try (IngestFixture filesOnly = new IngestFixture(Map.of("inventory.event-consumers", 0))) {
      filesOnly.ingest("only.csv", "store,item,count\nBerlin 1,a1,7\n");

      assertThat(filesOnly.level("Berlin 1", "a1")).contains(BigInteger.valueOf(7));
    }
  }

  @Test
  void anErrorEndsNoConsumer() throws IOException {
    // One for the batch and one for its group, twice: more than there are consumers.
    FAULTS.errors.set(4);
    send("error", "\"many\"");
    await().atMost(PATIENCE).until(() -> FAULTS.errors.get() <= 0);
    await().atMost(PATIENCE).until(() -> SERVICE.messagesIn(QUEUE), count -> count == 0);

    send("after the error", "4");
    awaitUnits("after the error", 4);
    try (HttpClient client = HttpClient.create(SERVICE.server().getURL())) {
      assertThat(client.toBlocking().retrieve("/health/readiness"))
          .contains("\"" + QUEUE + "\":true");
    }
  }

  @Test
  void anEventIsNotRedeliveredWhileItIsBeingProcessed() throws Exception {
    FAULTS.slow = true;
    send("slow", "\"slow\"");
    assertThat(FAULTS.first.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();

    assertThat(FAULTS.second.await(4, TimeUnit.SECONDS))
        .as("processed a second time, though the first has not ended")
        .isFalse();
    FAULTS.slow = false;
    FAULTS.go.countDown();
    await().atMost(PATIENCE).until(() -> SERVICE.messagesIn(QUEUE), count -> count == 0);
  }

  private static void awaitUnits(String product, long units) {
    Stock expected = new Stock(BigInteger.valueOf(units), product, false);
    await(product)
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(SERVICE.stock("ONLINE", product)).contains(expected));
  }

  private static void send(String product, String change) throws IOException {
    String event =
        """
        {"event_type": "quantity_changed", "product":
          {"product_id": "%s", "quantity_change": %s, "timestamp": "2026-03-01T10:00:00Z"}}"""
            .formatted(product, change);
    String number = Integer.toString(product.hashCode() & Integer.MAX_VALUE);
    StreamRecord record =
        new StreamRecord(
            "shardId-000000000000:" + number,
            product,
            number,
            Instant.parse("2026-03-01T10:30:00Z").getEpochSecond(),
            Base64.getEncoder().encodeToString(event.getBytes(UTF_8)));
    String body = ObjectMapper.getDefault().writeValueAsString(record);
    SERVICE
        .resources()
        .sqs()
        .sendMessage(
            request ->
                request
                    .queueUrl(SERVICE.resources().queueUrl(QUEUE))
                    .messageBody(body)
                    .messageGroupId(number)
                    .messageDeduplicationId(number));
  }

  /** A store that refuses every call, and a store of rejects that fails or is slow. */
  @Singleton
  @Requires(property = Faults.ENABLED)
  static final class Faults {

    static final String ENABLED = "test.event-faults";

    private final AtomicInteger denied = new AtomicInteger();
    private final AtomicInteger errors = new AtomicInteger();
    private final CountDownLatch first = new CountDownLatch(1);
    private final CountDownLatch second = new CountDownLatch(1);
    private final CountDownLatch go = new CountDownLatch(1);
    private volatile boolean deny;
    private volatile boolean slow;

    private void reject() throws InterruptedException {
      if (errors.getAndDecrement() > 0) {
        throw new LinkageError("injected");
      }
      if (slow) {
        (first.getCount() > 0 ? first : second).countDown();
        assertThat(go.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
      }
    }
  }

  @Singleton
  @Requires(property = Faults.ENABLED)
  static final class FaultyRejects implements BeanCreatedEventListener<EventRejects> {

    private final Faults faults;

    FaultyRejects(Faults faults) {
      this.faults = faults;
    }

    @Override
    public EventRejects onCreated(BeanCreatedEvent<EventRejects> event) {
      return (EventRejects)
          Proxy.newProxyInstance(
              EventRejects.class.getClassLoader(),
              new Class<?>[] {EventRejects.class},
              (proxy, method, arguments) -> {
                faults.reject();
                try {
                  return method.invoke(event.getBean(), arguments);
                } catch (InvocationTargetException e) {
                  throw e.getCause();
                }
              });
    }
  }

  @Singleton
  @Requires(property = Faults.ENABLED)
  static final class FaultyStore implements BeanCreatedEventListener<SdkHttpClient> {

    private final Faults faults;

    FaultyStore(Faults faults) {
      this.faults = faults;
    }

    @Override
    public SdkHttpClient onCreated(BeanCreatedEvent<SdkHttpClient> event) {
      return new DeniedStore(event.getBean(), faults);
    }
  }

  private record DeniedStore(SdkHttpClient network, Faults faults) implements SdkHttpClient {

    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
      boolean ofTheTable =
          request
              .httpRequest()
              .firstMatchingHeader("X-Amz-Target")
              .filter(target -> target.startsWith("DynamoDB"))
              .isPresent();
      return faults.deny && ofTheTable ? new Denied(faults) : network.prepareRequest(request);
    }

    @Override
    public void close() {
      network.close();
    }
  }

  private record Denied(Faults faults) implements ExecutableHttpRequest {

    @Override
    public HttpExecuteResponse call() {
      faults.denied.incrementAndGet();
      byte[] body =
          "{\"__type\":\"com.amazon.coral.service#AccessDeniedException\"}".getBytes(UTF_8);
      return HttpExecuteResponse.builder()
          .response(
              SdkHttpFullResponse.builder()
                  .statusCode(400)
                  .putHeader("Content-Length", Integer.toString(body.length))
                  .putHeader("Content-Type", "application/x-amz-json-1.0")
                  .build())
          .responseBody(AbortableInputStream.create(new ByteArrayInputStream(body)))
          .build();
    }

    @Override
    public void abort() {
      // There is nothing to abort.
    }
  }
}
