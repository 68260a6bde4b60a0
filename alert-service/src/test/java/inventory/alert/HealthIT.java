package inventory.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class HealthIT {

  @Test
  void withoutItsQueueTheServiceIsAliveButNotReadyUntilTheQueueIsThere() {
    String queue = "late-" + UUID.randomUUID();
    try (AlertFixture alert = new AlertFixture(Map.of("inventory.alert-queue", queue))) {
      assertThat(alert.get("/health/readiness").statusCode()).isEqualTo(503);
      assertThat(alert.get("/health/readiness").body()).contains("QueueDoesNotExist");
      assertThat(alert.get("/health/liveness").statusCode()).isEqualTo(200);

      alert.resources().sqs().createQueue(r -> r.queueName(queue));

      await()
          .atMost(Duration.ofSeconds(30))
          .until(() -> alert.get("/health/readiness").statusCode() == 200);
    }
  }
}
