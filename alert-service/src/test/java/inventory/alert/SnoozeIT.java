package inventory.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import inventory.model.AlertId;
import inventory.model.AlertRecord;
import inventory.model.AlertRecord.Decision;
import inventory.model.AlertRecord.Snooze;
import inventory.model.table.AlertItem;
import inventory.model.table.SnoozeItem;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SnoozeIT {

  private static final AlertId ALERT = new AlertId("s", Optional.of("Berlin"));

  @Test
  void aSnoozedAlertIsReportedAgainAtTheEndOfTheSnooze() {
    try (AlertFixture alert = new AlertFixture(Map.of())) {
      alert.send(alert.levels().put("Berlin", "s", "Snoozed", "9"));
      alert.awaitHandled();
      alert.forgetMails();
      snooze(alert, Instant.now().plusSeconds(1));

      await().atMost(Duration.ofSeconds(40)).until(() -> !alert.mails().isEmpty());
      assertThat(alert.mails().get(0).rows())
          .singleElement()
          .asString()
          .contains("Snoozed", " low ");
      assertThat(alert.mails().get(0).text()).contains("Detected after the end of a snooze. ");
      alert.awaitHandled();
      assertThat(alert.levels().alert(ALERT)).doesNotContainKey("snoozedUntil");
      assertThat(alert.mails()).hasSize(1);
    }
  }

  @Test
  void outOfStockBreaksASnoozeOfLowStock() {
    try (AlertFixture alert = new AlertFixture(Map.of())) {
      alert.send(alert.levels().put("Berlin", "s", "Snoozed", "9"));
      alert.awaitHandled();
      alert.forgetMails();
      snooze(alert, Instant.now().plusSeconds(3_600));

      alert.send(alert.levels().put("Berlin", "s", "Snoozed", "7"));
      alert.awaitHandled();
      assertThat(alert.mails()).isEmpty();

      alert.send(alert.levels().put("Berlin", "s", "Snoozed", "0"));
      alert.awaitHandled();
      assertThat(alert.mails())
          .singleElement()
          .extracting(Mail::text)
          .asString()
          .startsWith("Berlin is out of stock of Snoozed.");
    }
  }

  /** As reporting-api does. */
  private static void snooze(AlertFixture alert, Instant until) {
    AlertItem item = AlertItem.of(alert.levels().alert(ALERT));
    AlertRecord snoozed =
        item.record().snooze(new Snooze(until, new Decision(Instant.now(), "ada", "")));
    alert
        .levels()
        .put(
            new AlertItem(ALERT, item.itemName(), item.stockLevel(), item.restockIfBelow(), snoozed)
                .toItem());
    alert.levels().put(new SnoozeItem(ALERT, until).toItem());
  }
}
