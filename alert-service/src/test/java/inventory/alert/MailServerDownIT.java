package inventory.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import inventory.testkit.EmbeddedAws;
import inventory.testkit.MailRelay;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MailServerDownIT {

  // In the middle of the retries of one delivery, which take 2.4 seconds on average.
  private static final Duration DOWN = Duration.ofSeconds(2);

  @Test
  void theMailArrivesOnceAfterTheOutage() throws IOException {
    try (MailRelay relay = new MailRelay(EmbeddedAws.smtp());
        AlertFixture alert =
            new AlertFixture(
                Map.of(
                    "inventory.smtp-port",
                    Integer.toString(relay.port()),
                    "inventory.retry-wait",
                    "50ms"))) {
      alert.send(alert.levels().put("Berlin", "late", "Late", "9"));
      await()
          .pollDelay(DOWN)
          .atMost(DOWN.plusSeconds(5))
          .untilAsserted(() -> assertThat(alert.mails()).isEmpty());

      relay.set(MailRelay.Mode.UP);
      alert.awaitHandled();

      assertThat(alert.mails())
          .extracting(Mail::subject)
          .containsExactly("Low stock: 1 item in Berlin");
      assertThat(alert.deadLetters()).isEmpty();
    }
  }
}
