package inventory.reporting;

import static inventory.reporting.fixture.StoredAlerts.in;
import static org.assertj.core.api.Assertions.assertThat;

import inventory.model.AlertId;
import inventory.model.StockState;
import inventory.reporting.fixture.FaultyHttpClient;
import inventory.reporting.fixture.ReportingApi;
import inventory.reporting.fixture.ReportingFixture;
import inventory.reporting.fixture.StoredAlerts;
import inventory.reporting.fixture.StoredFacts;
import io.micronaut.context.annotation.Property;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.core.order.Ordered;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.retries.api.RetryStrategy;

/** The API's answers while the database is overloaded or out of reach. */
class StoreUnavailableIT {

  @RegisterExtension static final ReportingFixture FIXTURE = new ReportingFixture();

  private final StoredAlerts alerts = FIXTURE.alerts();

  @Test
  void aThrottledStoreIsAnswered503WithAWordWhenToTryAgain() {
    try (ReportingApi api = FIXTURE.apiWith(Faults.ANSWERS, "throttled")) {
      for (String path :
          List.of(
              "/warehouses",
              "/levels?warehouse=a",
              "/item?itemId=a",
              "/movements?itemId=a",
              "/files",
              "/alerts")) {
        assertUnavailable(api.get(path));
      }
      assertUnavailable(api.post("/alerts/acknowledge?warehouse=a&itemId=b"));
    }
  }

  @Test
  void aStoreThatCannotBeReachedIsAnswered503() {
    try (ReportingApi api =
        FIXTURE.apiWith("aws.services.dynamodb.endpoint-override", "http://127.0.0.1:1")) {
      assertUnavailable(api.get("/warehouses"));
    }
  }

  @Test
  void aThrottledBucketIsAnswered503() {
    String id = "0".repeat(32);
    FIXTURE.facts().partialFile(id, "a.csv", StoredFacts.TIME, "rejected/a.csv");
    try (ReportingApi api = FIXTURE.apiWith(Faults.ANSWERS, "bucket throttled")) {
      assertUnavailable(api.get("/files/" + id + "/rejects"));
    }
  }

  @Test
  void aRequestThatTheStoreRefusesIsNotCalledAPassingFailure() {
    try (ReportingApi api = FIXTURE.apiWith(Faults.ANSWERS, "refused")) {
      ReportingApi.Answer answer = api.get("/warehouses");
      assertThat(answer.status()).isEqualTo(500);
      assertThat(answer.headers().firstValue("retry-after")).isEmpty();
    }
  }

  @Test
  void writesThatCollideAreMadeAgain() {
    AlertId id = in("Berlin 1", "collides");
    alerts.open(id, StockState.LOW, StoredFacts.TIME);
    try (ReportingApi api = FIXTURE.apiWith(Faults.ANSWERS, "three collisions")) {
      assertThat(
              api.post("/alerts/snooze?warehouse=Berlin%201&itemId=collides", tomorrow()).status())
          .isEqualTo(200);
      assertThat(api.post("/alerts/acknowledge?warehouse=Berlin%201&itemId=collides").status())
          .isEqualTo(200);
    }
    assertThat(alerts.revision(id)).isEqualTo(3);
  }

  @Test
  void writesThatCollideAllTheWhileAreGivenUp() {
    AlertId id = in("Berlin 1", "collides for ever");
    alerts.open(id, StockState.LOW, StoredFacts.TIME);
    try (ReportingApi api = FIXTURE.apiWith(Faults.ANSWERS, "collisions")) {
      assertUnavailable(
          api.post("/alerts/snooze?warehouse=Berlin%201&itemId=collides%20for%20ever", tomorrow()));
      assertUnavailable(
          api.post("/alerts/acknowledge?warehouse=Berlin%201&itemId=collides%20for%20ever"));
    }
    assertThat(alerts.revision(id)).isEqualTo(1);
  }

  private static void assertUnavailable(ReportingApi.Answer answer) {
    assertThat(answer.status()).as(answer.text()).isEqualTo(503);
    assertThat(answer.contentType()).isEqualTo("application/problem+json");
    assertThat(answer.headers().firstValue("retry-after")).contains("5");
    assertThat(answer.body().get("title").getStringValue()).isEqualTo("Service Unavailable");
    assertThat(answer.body().get("detail").getStringValue())
        .isEqualTo(
            "The database is busy or cannot be reached. Retry after the seconds in Retry-After.");
  }

  private static String tomorrow() {
    return "{\"until\":\"" + Instant.now().plus(1, ChronoUnit.DAYS) + "\"}";
  }

  /** Injects faults between every client and its service. */
  @Singleton
  @Requires(property = Faults.ANSWERS)
  static final class Faults implements BeanCreatedEventListener<SdkHttpClient> {

    static final String ANSWERS = "test.store-answers";

    private final String answers;

    Faults(@Property(name = ANSWERS) String answers) {
      this.answers = answers;
    }

    @Override
    public SdkHttpClient onCreated(BeanCreatedEvent<SdkHttpClient> event) {
      return new FaultyHttpClient(event.getBean(), FaultyHttpClient.Faults.of(answers));
    }
  }

  /** Retries without the SDK's pauses, so no test waits for them. */
  @Singleton
  @Requires(property = Faults.ANSWERS)
  static final class NoPauses implements BeanCreatedEventListener<AwsClientBuilder<?, ?>>, Ordered {

    @Override
    public AwsClientBuilder<?, ?> onCreated(BeanCreatedEvent<AwsClientBuilder<?, ?>> event) {
      AwsClientBuilder<?, ?> builder = event.getBean();
      ClientOverrideConfiguration limits = builder.overrideConfiguration();
      RetryStrategy.Builder<?, ?> retries = limits.retryStrategy().orElseThrow().toBuilder();
      retries.backoffStrategy(BackoffStrategy.retryImmediately());
      retries.throttlingBackoffStrategy(BackoffStrategy.retryImmediately());
      return builder.overrideConfiguration(
          limits.toBuilder().retryStrategy(retries.build()).build());
    }

    /** Runs after the service's own limits are set. */
    @Override
    public int getOrder() {
      return Ordered.LOWEST_PRECEDENCE;
    }
  }
}
