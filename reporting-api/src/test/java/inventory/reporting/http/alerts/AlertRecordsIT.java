package inventory.reporting.http.alerts;

import static inventory.reporting.fixture.StoredAlerts.in;
import static org.assertj.core.api.Assertions.assertThat;

import inventory.model.AlertId;
import inventory.model.AlertRecord;
import inventory.model.AlertRecord.Decision;
import inventory.model.AlertRecord.Snooze;
import inventory.model.StockState;
import inventory.model.audit.AuditAction;
import inventory.model.audit.AuditEntry;
import inventory.model.audit.dynamodb.AuditItem;
import inventory.model.table.Values;
import inventory.reporting.domain.alerts.Alert;
import inventory.reporting.domain.alerts.AlertRecords;
import inventory.reporting.fixture.ReportingFixture;
import inventory.reporting.fixture.StoredAlerts;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A write applies only to the alert as it was read. */
class AlertRecordsIT {

  @RegisterExtension static final ReportingFixture FIXTURE = new ReportingFixture();

  private static final Instant SINCE = Instant.parse("2026-02-15T12:00:00Z");
  private static final Instant NOTE = Instant.parse("2026-02-15T13:00:00Z");

  private static final Decision DECISION = new Decision(NOTE, "ada", "ordered 20");

  private final StoredAlerts alerts = FIXTURE.alerts();
  private final AlertRecords records = FIXTURE.alertRecords();

  @Test
  void aNoteOnAnAlertThatWasWrittenMeanwhileIsNotKept() {
    AlertId id = in("Berlin 1", "raced");
    alerts.open(id, StockState.LOW, SINCE);
    Alert alert = records.find(id).orElseThrow();
    assertThat(alerts.rewrite(id)).isTrue();

    assertThat(records.write(alert, acknowledged(alert), entry(id))).isFalse();
    assertThat(records.write(alert, snoozed(alert), entry(id))).isFalse();

    assertThat(alerts.alert(id))
        .doesNotContainKey("acknowledgedAt")
        .doesNotContainKey("snoozedUntil");
    assertThat(alerts.revision(id)).isEqualTo(2);
    assertThat(alerts.snooze(id)).isEmpty();
    assertThat(isRecorded(id)).isFalse();
  }

  @Test
  void aNoteOnAnAlertAsItWasReadIsKeptOnce() {
    AlertId id = in("Berlin 1", "kept");
    alerts.open(id, StockState.LOW, SINCE);
    Alert alert = records.find(id).orElseThrow();

    assertThat(records.write(alert, acknowledged(alert), entry(id))).isTrue();
    assertThat(records.write(alert, acknowledged(alert), entry(id))).isFalse();
    assertThat(records.write(alert, snoozed(alert), entry(id))).isFalse();

    assertThat(isRecorded(id)).isTrue();
    assertThat(records.find(id).orElseThrow().record().acknowledged()).contains(DECISION);
    assertThat(alerts.revision(id)).isEqualTo(2);
  }

  @Test
  void theEndOfASnoozeIsKeptAndRemovedWithIt() {
    AlertId id = in("Berlin 1", "asleep and awake");
    alerts.open(id, StockState.LOW, SINCE);
    Alert alert = records.find(id).orElseThrow();
    Alert snoozed = snoozed(alert);

    assertThat(records.write(alert, snoozed, entry(id))).isTrue();
    assertThat(records.find(id)).contains(snoozed);
    assertThat(alerts.snooze(id)).isNotEmpty();

    Alert awake = with(snoozed, snoozed.record().endSnooze());
    assertThat(records.write(snoozed, awake, entry(id))).isTrue();
    assertThat(records.find(id)).contains(awake);
    assertThat(alerts.snooze(id)).isEmpty();
  }

  private static AuditEntry entry(AlertId id) {
    return AuditEntry.about(id, AuditAction.ACKNOWLEDGE, DECISION, "");
  }

  private static boolean isRecorded(AlertId id) {
    return FIXTURE
        .resources()
        .dynamoDb()
        .getItem(
            get ->
                get.tableName(FIXTURE.resources().table())
                    .consistentRead(true)
                    .key(Values.keyOf(AuditItem.toItem(entry(id)))))
        .hasItem();
  }

  private static Alert acknowledged(Alert alert) {
    return with(alert, alert.record().acknowledge(DECISION));
  }

  private static Alert snoozed(Alert alert) {
    return with(alert, alert.record().snooze(new Snooze(NOTE.plusSeconds(60), DECISION)));
  }

  private static Alert with(Alert alert, AlertRecord record) {
    return new Alert(
        alert.id(), alert.itemName(), alert.stockLevel(), alert.restockIfBelow(), record);
  }
}
