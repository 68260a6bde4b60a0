package inventory.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import inventory.model.AlertId;
import inventory.testkit.EmbeddedAws;
import inventory.testkit.MailRelay;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MailServerDownIT {

  private static final AlertId ALERT = new AlertId("late", Optional.of("Berlin"));

  private static final Duration DOWN = Duration.ofSeconds(2);

  @Test
  void stockIsCheckedDuringTheOutageAndOneMailArrivesAfterIt() throws IOException {
    try (MailRelay relay = new MailRelay(EmbeddedAws.smtp());
        AlertFixture alert =
            new AlertFixture(
                Map.of(
                    "inventory.smtp-port",
                    Integer.toString(relay.port()),
                    "inventory.retry-wait",
                    "50ms"))) {
      alert.send(alert.levels().put("Berlin", "late", "Late", "9"));
      alert.awaitConsumed();
      alert.send(alert.levels().put("Berlin", "late", "Late", "0"));
      alert.send(alert.levels().put("Bremen", "other", "Other", "3"));
      alert.awaitConsumed();
      assertThat(alert.levels().alert(ALERT).get("state").s()).isEqualTo("OUT");
      await()
          .pollDelay(DOWN)
          .atMost(DOWN.plusSeconds(5))
          .untilAsserted(() -> assertThat(alert.mails()).isEmpty());

      relay.set(MailRelay.Mode.UP);
      alert.awaitHandled();

      assertThat(alert.mails())
          .extracting(Mail::subject)
          .containsExactly("Low stock: 2 items in Berlin, Bremen (1 out of stock)");
      assertThat(alert.deadLetters()).isEmpty();
    }
  }
}
