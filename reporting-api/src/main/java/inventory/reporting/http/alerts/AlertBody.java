package inventory.reporting.http.alerts;

import inventory.model.StockState;
import inventory.reporting.domain.alerts.Alert;
import inventory.reporting.domain.alerts.AlertReport;
import inventory.reporting.http.Column;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;

/** An open alert. {@code warehouse} is null for an alert on an item's total. */
@Serdeable
record AlertBody(
    @Nullable String warehouse,
    String itemId,
    String itemName,
    StockState state,
    BigInteger stockLevel,
    long restockIfBelow,
    Instant since,
    @Nullable Instant acknowledgedAt,
    @Nullable Instant snoozedUntil) {

  static final List<Column<AlertBody>> COLUMNS =
      List.of(
          new Column<>("warehouse", AlertBody::warehouse),
          new Column<>("itemId", AlertBody::itemId),
          new Column<>("itemName", AlertBody::itemName),
          new Column<>("state", AlertBody::state),
          new Column<>("stockLevel", AlertBody::stockLevel),
          new Column<>("restockIfBelow", AlertBody::restockIfBelow),
          new Column<>("since", AlertBody::since),
          new Column<>("acknowledgedAt", AlertBody::acknowledgedAt),
          new Column<>("snoozedUntil", AlertBody::snoozedUntil));

  static AlertBody of(AlertReport report) {
    Alert alert = report.alert();
    return new AlertBody(
        alert.id().warehouse().orElse(null),
        alert.id().itemId(),
        alert.itemName(),
        alert.state(),
        report.stockLevel(),
        report.restockIfBelow(),
        alert.since(),
        alert.acknowledgedAt().orElse(null),
        alert.snoozedUntil().orElse(null));
  }
}
