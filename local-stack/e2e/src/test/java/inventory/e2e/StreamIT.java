package inventory.e2e;

import static inventory.model.resource.Inbox.REJECTED_EVENTS_PREFIX;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import inventory.launcher.generate.EventTarget;
import inventory.launcher.generate.Events;
import inventory.launcher.generate.KinesisEvents;
import inventory.launcher.generate.Pace;
import inventory.launcher.generate.Recipe;
import inventory.launcher.generate.Totals;
import inventory.launcher.verify.ReportingClient.StockedItem;
import inventory.launcher.verify.Verification;
import inventory.model.resource.Queues;
import inventory.stack.ManagedProcess;
import inventory.stack.Service;
import inventory.testkit.EmbeddedStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.s3.model.S3Object;

/** Events from the producer to the report, through a stream, the pipe and the queue (E1 to E3). */
@Tag("full")
class StreamIT {

  private static final int SHARDS = 4;
  private static final int PRODUCTS = 200;
  // Every sixth event is of the first product.
  private static final double POPULAR = 1;
  private static final double ALIKE = 0;
  private static final double SHARE = 0.05;
  private static final double FEW = 0.01;
  private static final int EVERY = (int) (1 / SHARE);
  private static final Instant START = Instant.parse("2026-03-01T08:00:00Z");
  private static final Duration PATIENCE = Duration.ofMinutes(8);
  private static final Duration POLL = Duration.ofSeconds(1);
  private static final String WHILE_KILLED = "250/s";
  private static final int MAX_DELAY_MILLIS = 400;

  /** A sixth of the real timeout, so that the last messages of killed processes reappear sooner. */
  private static final Duration VISIBILITY = Duration.ofSeconds(5);

  @TempDir private static Path folder;

  private static Deployment system;
  private static Inbox inbox;
  private static EmbeddedStream stream;
  private static ManagedProcess pipe;
  private static long malformed;

  private final Random random = new Random(7_000);

  @BeforeAll
  static void start() throws IOException, InterruptedException {
    EmbeddedStream.whyMissing().ifPresent(Assumptions::abort);
    system =
        new Deployment(
            "stream", List.of(Service.INGEST, Service.INGEST, Service.REPORTING), Map.of());
    inbox = new Inbox(system.resources());
    inbox.hideReceivedFor(Queues.EVENTS, VISIBILITY);
    stream = EmbeddedStream.create(system.resources(), SHARDS);
    pipe = stream.pipe(folder);
    pipe.start();
    pipe.awaitReady();
  }

  @AfterAll
  static void stop() {
    if (system != null) {
      pipe.kill();
      stream.close();
      system.close();
    }
  }

  @Test
  void everyEventCountsOnceEvenIfPublishedOrDeliveredTwice() throws Exception {
    Totals totals = publish("Twice", 1, POPULAR, Pace.unlimited(), new AtomicInteger());
    assertThat(totals.duplicates()).isPositive();
    awaitRight(totals);

    new StreamRecords(stream, system.resources()).deliverAgain(EVERY);

    assertAllIsWell(totals);
  }

  @Test
  void killedAtRandomMomentsIngestServiceAndThePipeApplyEveryEventOnce() throws Exception {
    AtomicInteger published = new AtomicInteger();
    CompletableFuture<Totals> publishing =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                return publish("Killed", 2, ALIKE, Pace.parse(WHILE_KILLED), published);
              } catch (IOException | InterruptedException e) {
                throw new CompletionException(e);
              }
            });

    for (int kill = 0; kill < Scale.STREAM_KILLS; kill++) {
      ManagedProcess ingest = system.ingest().get(kill % 2);
      awaitRandomMoment(published, 2 * kill);
      ingest.kill();
      ingest.start();
      awaitRandomMoment(published, 2 * kill + 1);
      pipe.kill();
      pipe.start();
    }

    assertAllIsWell(publishing.get());
  }

  @Test
  void addedChangedRemovedAndAddedAgainInOneSecondEveryProductIsListedWithItsLevel()
      throws Exception {
    List<String> steps =
        List.of(
            event("product_added", "\"product_name\": \"Old\", \"quantity\": 10"),
            event("quantity_changed", "\"quantity_change\": -3"),
            event("product_removed", "\"quantity\": 7"),
            event("product_added", "\"product_name\": \"New\", \"quantity\": 5"));
    try (EventTarget target = target()) {
      for (String step : steps) {
        for (int product = 0; product < PRODUCTS; product++) {
          String id = "again-" + product;
          target.publish(id, step.replace("$id", id));
        }
      }
      target.flush();
    }

    await()
        .atMost(PATIENCE)
        .pollInterval(POLL)
        .untilAsserted(
            () ->
                assertThat(system.reports().items("Order"))
                    .hasSize(PRODUCTS)
                    .allMatch(item -> item.stockLevel().equals(BigInteger.valueOf(5)))
                    .noneMatch(StockedItem::removed));
  }

  private static String event(String type, String fields) {
    return """
        {"event_type": "%s", "warehouse": "Order",
         "product": {"product_id": "$id", %s, "timestamp": "2026-03-01T12:00:00Z"}}
        """
        .formatted(type, fields);
  }

  private static EventTarget target() {
    return new KinesisEvents(stream.kinesis(), stream.name());
  }

  private static Totals publish(
      String warehouse, long seed, double zipf, Pace pace, AtomicInteger published)
      throws IOException, InterruptedException {
    Recipe recipe = new Recipe(seed, START, List.of(warehouse), PRODUCTS, zipf, SHARE, SHARE, FEW);
    Totals totals =
        Events.publish(recipe, Scale.EVENTS, target(), pace, published::incrementAndGet);
    malformed += totals.malformed();
    return totals;
  }

  /** A moment in the part of the load for this kill; no kill happens in the last tenth. */
  private void awaitRandomMoment(AtomicInteger published, int kill) throws Exception {
    double part = (kill + random.nextDouble()) / (2 * Scale.STREAM_KILLS);
    long events = Math.round(0.9 * part * Scale.EVENTS);
    await("%d published events".formatted(events))
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(10))
        .until(() -> published.get() >= events);
    CompletableFuture.runAsync(
            () -> {},
            CompletableFuture.delayedExecutor(
                random.nextInt(MAX_DELAY_MILLIS), TimeUnit.MILLISECONDS))
        .get();
  }

  private static void awaitRight(Totals totals) {
    Verification verification = new Verification(system.reports(), totals);
    await("levels as they must be")
        .atMost(PATIENCE)
        .pollInterval(POLL)
        .untilAsserted(() -> assertThat(verification.differences()).isEmpty());
  }

  /** Checks again when nothing is left that could still count twice. */
  private static void assertAllIsWell(Totals totals) throws InterruptedException {
    awaitRight(totals);
    inbox.awaitEmpty(Queues.EVENTS);
    assertThat(new Verification(system.reports(), totals).differences()).isEmpty();
    assertThat(rejected()).isEqualTo(malformed);
    String queue = system.resources().queue(Queues.EVENTS);
    assertThat(inbox.messagesIn(queue.replace(".fifo", "-dlq.fifo"))).isZero();
  }

  /** How many records are in the rejects; one that was rejected twice may appear twice. */
  private static long rejected() {
    String bucket = system.resources().bucket();
    return system
        .resources()
        .s3()
        .listObjectsV2Paginator(r -> r.bucket(bucket).prefix(REJECTED_EVENTS_PREFIX))
        .contents()
        .stream()
        .map(S3Object::key)
        .flatMap(
            key ->
                system
                    .resources()
                    .s3()
                    .getObjectAsBytes(r -> r.bucket(bucket).key(key))
                    .asUtf8String()
                    .lines())
        .distinct()
        .count();
  }
}
