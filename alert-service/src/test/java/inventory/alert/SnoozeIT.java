package inventory.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import inventory.model.AlertId;
import inventory.model.Position;
import inventory.model.table.Keys;
import inventory.model.table.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class SnoozeIT {

  private static final AlertId ALERT = new AlertId("s", Optional.of("Berlin"));

  @Test
  void aSnoozedAlertIsSilentAndToldAgainAtItsTime() {
    try (AlertFixture alert = new AlertFixture(Map.of("inventory.sweep-interval", "250ms"))) {
      alert.send(alert.levels().put("Berlin", "s", "Snoozed", "9"));
      alert.awaitHandled();
      alert.forgetMails();
      snooze(alert, Instant.now().plusSeconds(3_600));

      alert.send(alert.levels().put("Berlin", "s", "Snoozed", "0"));
      alert.awaitHandled();
      assertThat(alert.mails()).isEmpty();
      assertThat(alert.levels().alert(ALERT).get(Table.Alert.STATE).s()).isEqualTo("OUT");

      snooze(alert, Instant.now().plusSeconds(1));

      await().atMost(Duration.ofSeconds(40)).until(() -> !alert.mails().isEmpty());
      assertThat(alert.mails().get(0).text())
          .startsWith("Berlin is out of stock of Snoozed.")
          .endsWith("Seen after the end of a snooze\n");
      await()
          .atMost(Duration.ofSeconds(10))
          .until(() -> !alert.levels().alert(ALERT).containsKey(Table.Alert.SNOOZED_UNTIL));
      assertThat(alert.mails()).hasSize(1);
    }
  }

  /** As reporting-api does. */
  private static void snooze(AlertFixture alert, Instant until) {
    Map<String, AttributeValue> record = new HashMap<>(alert.levels().alert(ALERT));
    record.put(Table.Alert.SNOOZED_UNTIL, Levels.text(until.toString()));
    long revision = Long.parseLong(record.get(Table.Alert.REVISION).n());
    record.put(Table.Alert.REVISION, AttributeValue.fromN(Long.toString(revision + 1)));
    alert.levels().put(record);
    alert
        .levels()
        .put(
            Map.of(
                Table.PK, Levels.text(Keys.item(ALERT.itemId())),
                Table.SK, Levels.text(Keys.snooze(ALERT)),
                Table.INDEX_PK, Levels.text(Keys.SNOOZES),
                Table.INDEX_SK, Levels.text(Position.of(until, ALERT.digest())),
                Table.Alert.ITEM_ID, Levels.text("s"),
                Table.Alert.WAREHOUSE, Levels.text("Berlin"),
                Table.Alert.SNOOZED_UNTIL, Levels.text(until.toString())));
  }
}
