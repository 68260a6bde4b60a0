package inventory.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import inventory.model.AlertId;
import inventory.model.table.AlertItem;
import inventory.model.table.SnoozeItem;
import inventory.testkit.Resources;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SnoozeIT {

  private static final AlertId ALERT = new AlertId("s", Optional.of("Berlin"));

  @Test
  void aSnoozedAlertIsSilentAndReportedAgainAtItsEnd() {
    try (AlertFixture alert = new AlertFixture(Map.of("inventory.sweep-interval", "250ms"))) {
      alert.send(alert.levels().put("Berlin", "s", "Snoozed", "9"));
      alert.awaitHandled();
      alert.forgetMails();
      snooze(alert, Instant.now().plusSeconds(3_600));

      alert.send(alert.levels().put("Berlin", "s", "Snoozed", "0"));
      alert.awaitHandled();
      assertThat(alert.mails()).isEmpty();
      assertThat(alert.levels().alert(ALERT).get("state").s()).isEqualTo("OUT");

      snooze(alert, Instant.now().plusSeconds(1));

      await().atMost(Duration.ofSeconds(40)).until(() -> !alert.mails().isEmpty());
      assertThat(alert.mails().get(0).text())
          .startsWith("Berlin is out of stock of Snoozed.")
          .endsWith("Detected after the end of a snooze\n");
      await()
          .atMost(Duration.ofSeconds(10))
          .until(() -> !alert.levels().alert(ALERT).containsKey("snoozedUntil"));
      assertThat(alert.mails()).hasSize(1);
    }
  }

  /** As reporting-api does. */
  private static void snooze(AlertFixture alert, Instant until) {
    long revision = AlertItem.of(alert.levels().alert(ALERT)).revision();
    Resources resources = alert.resources();
    resources
        .dynamoDb()
        .updateItem(
            AlertItem.snooze(until, revision)
                .request(resources.table(), AlertItem.key(ALERT))
                .build());
    alert.levels().put(new SnoozeItem(ALERT, until).toItem());
  }
}
