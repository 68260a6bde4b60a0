package inventory.reporting.http.alerts;

import static inventory.reporting.fixture.StoredAlerts.in;
import static org.assertj.core.api.Assertions.assertThat;

import inventory.model.AlertId;
import inventory.model.StockState;
import inventory.reporting.domain.alerts.Alert;
import inventory.reporting.domain.alerts.AlertRecords;
import inventory.reporting.fixture.ReportingFixture;
import inventory.reporting.fixture.StoredAlerts;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A write applies only to the alert as it was read. */
class AlertRecordsIT {

  @RegisterExtension static final ReportingFixture FIXTURE = new ReportingFixture();

  private static final Instant SINCE = Instant.parse("2026-02-15T12:00:00Z");
  private static final Instant NOTE = Instant.parse("2026-02-15T13:00:00Z");

  private final StoredAlerts alerts = FIXTURE.alerts();
  private final AlertRecords records = FIXTURE.alertRecords();

  @Test
  void aNoteOnAnAlertThatWasWrittenMeanwhileIsNotKept() {
    AlertId id = in("Berlin 1", "raced");
    alerts.open(id, StockState.LOW, SINCE);
    Alert noted = noted(records.find(id).orElseThrow());
    assertThat(alerts.rewrite(id)).isTrue();

    assertThat(records.acknowledge(noted)).isFalse();
    assertThat(records.snooze(noted)).isFalse();

    assertThat(alerts.alert(id))
        .doesNotContainKey("acknowledgedAt")
        .doesNotContainKey("snoozedUntil");
    assertThat(alerts.revision(id)).isEqualTo(2);
    assertThat(alerts.snooze(id)).isEmpty();
  }

  @Test
  void aNoteOnAnAlertAsItWasReadIsKeptOnce() {
    AlertId id = in("Berlin 1", "kept");
    alerts.open(id, StockState.LOW, SINCE);
    Alert noted = noted(records.find(id).orElseThrow());

    assertThat(records.acknowledge(noted)).isTrue();
    assertThat(records.acknowledge(noted)).isFalse();
    assertThat(records.snooze(noted)).isFalse();

    assertThat(records.find(id).orElseThrow().acknowledgedAt()).contains(NOTE);
    assertThat(alerts.revision(id)).isEqualTo(2);
  }

  private static Alert noted(Alert alert) {
    return new Alert(
        alert.id(),
        alert.itemName(),
        alert.state(),
        alert.since(),
        Optional.of(NOTE),
        Optional.of(NOTE),
        alert.revision());
  }
}
