package inventory.reporting.http.overview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import inventory.model.FileId;
import inventory.model.StockState;
import inventory.reporting.fixture.ReportingApi;
import inventory.reporting.fixture.ReportingFixture;
import inventory.reporting.fixture.StoredAlerts;
import inventory.testkit.CapacityMeter;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.services.dynamodb.DynamoDbClientBuilder;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;

class ChangesIT {

  @RegisterExtension static final ReportingFixture FIXTURE = new ReportingFixture();

  private static final int VIEWERS = 100;
  private static final int SECONDS_BETWEEN_POLLS = 5;
  private static final double HALF_A_UNIT = 0.5;

  @Test
  void theVersionIsAnotherAfterEachChange() {
    List<Runnable> changes =
        List.of(
            () -> FIXTURE.facts().level("Berlin", "a", "5"),
            () -> FIXTURE.facts().level("Berlin", "a", "4"),
            () ->
                FIXTURE
                    .alerts()
                    .open(StoredAlerts.in("Berlin", "a"), StockState.LOW, Instant.now()),
            () -> FIXTURE.facts().arrivedFile(FileId.of("k", "v"), "k", Instant.now()));
    for (Runnable change : changes) {
      long before = version(FIXTURE.api());

      change.run();

      await()
          .atMost(Duration.ofSeconds(2))
          .untilAsserted(() -> assertThat(version(FIXTURE.api())).isNotEqualTo(before));
    }
  }

  private static long version(ReportingApi api) {
    return api.get("/changes").body().get("version").getLongValue();
  }

  /** What a hundred open pages ask in a minute of nothing happening, in less time than a minute. */
  @Test
  void aHundredViewersOfAQuietTableReadOneCounterTwiceASecond() {
    FIXTURE.facts().level("Quiet", "a", "5");
    try (ReportingApi api = FIXTURE.apiWith(Meter.ENABLED, true)) {
      int requests = VIEWERS * (int) Duration.ofMinutes(1).toSeconds() / SECONDS_BETWEEN_POLLS;
      version(api);
      Meter.requests.clear();
      Meter.READS.reset();
      long begin = System.nanoTime();

      long versions =
          IntStream.range(0, requests).parallel().mapToObj(i -> version(api)).distinct().count();

      double seconds = Duration.ofNanos(System.nanoTime() - begin).toMillis() / 1000.0;
      assertThat(versions).isEqualTo(1);
      assertThat(Meter.requests)
          .hasSizeLessThanOrEqualTo((int) (2 * seconds) + 1)
          .allSatisfy(
              request ->
                  assertThat(request)
                      .isInstanceOfSatisfying(
                          GetItemRequest.class,
                          get -> assertThat(get.key().get("pk").s()).isEqualTo("COUNTERS")));
      assertThat(Meter.READS.units()).isEqualTo(Meter.requests.size() * HALF_A_UNIT);
    }
  }

  /** Keeps all requests to the store. */
  @Singleton
  @Requires(property = Meter.ENABLED)
  static final class Meter implements BeanCreatedEventListener<DynamoDbClientBuilder> {

    static final String ENABLED = "test.store-requests";

    static final Queue<SdkRequest> requests = new ConcurrentLinkedQueue<>();

    static final CapacityMeter READS = new CapacityMeter(requests::add);

    @Override
    public DynamoDbClientBuilder onCreated(BeanCreatedEvent<DynamoDbClientBuilder> event) {
      READS.count(event.getBean());
      return event.getBean();
    }
  }
}
