package inventory.reporting.http.alerts;

import inventory.model.AlertRecord.Decision;
import inventory.model.AlertRecord.Snooze;
import inventory.model.StockState;
import inventory.reporting.domain.alerts.Alert;
import inventory.reporting.domain.alerts.AlertReport;
import inventory.reporting.http.Column;
import inventory.reporting.http.OrderBody;
import inventory.reporting.http.Texts;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * An open alert. {@code warehouse} is null for an alert on an item's total. {@code acknowledgedBy}
 * and {@code snoozedBy} are the subjects of access tokens.
 */
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
    @Nullable String acknowledgedBy,
    @Nullable String acknowledgedNote,
    @Nullable Instant snoozedUntil,
    @Nullable String snoozedBy,
    @Nullable String snoozedNote,
    OrderBody order) {

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
          new Column<>("acknowledgedBy", AlertBody::acknowledgedBy),
          new Column<>("acknowledgedNote", AlertBody::acknowledgedNote),
          new Column<>("snoozedUntil", AlertBody::snoozedUntil),
          new Column<>("snoozedBy", AlertBody::snoozedBy),
          new Column<>("snoozedNote", AlertBody::snoozedNote),
          new Column<>("order", alert -> alert.order().quantity()),
          new Column<>("orderUpTo", alert -> alert.order().upTo()),
          new Column<>("packSize", alert -> alert.order().packSize()),
          new Column<>("perDay", alert -> alert.order().perDay()),
          new Column<>("daysOfCover", alert -> alert.order().daysOfCover()),
          new Column<>("stockOutOn", alert -> alert.order().stockOutOn()));

  static AlertBody of(AlertReport report, LocalDate today) {
    Alert alert = report.alert();
    Optional<Decision> acknowledged = alert.record().acknowledged();
    Optional<Decision> snoozed = alert.record().snooze().map(Snooze::decision);
    return new AlertBody(
        alert.id().warehouse().orElse(null),
        alert.id().itemId(),
        alert.itemName(),
        alert.state(),
        report.stockLevel(),
        report.restockIfBelow(),
        alert.since(),
        acknowledged.map(Decision::at).orElse(null),
        Texts.orNull(acknowledged.map(Decision::by)),
        Texts.orNull(acknowledged.map(Decision::note)),
        alert.snoozedUntil().orElse(null),
        Texts.orNull(snoozed.map(Decision::by)),
        Texts.orNull(snoozed.map(Decision::note)),
        OrderBody.of(report.order(), today));
  }
}
