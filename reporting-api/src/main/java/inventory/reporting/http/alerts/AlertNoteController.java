package inventory.reporting.http.alerts;

import inventory.model.AlertId;
import inventory.model.AlertRecord.Decision;
import inventory.model.AlertRecord.Snooze;
import inventory.reporting.domain.alerts.AlertReport;
import inventory.reporting.domain.alerts.OpenAlerts;
import inventory.reporting.http.Parameters;
import inventory.reporting.http.Paths;
import inventory.reporting.http.User;
import inventory.reporting.http.openapi.Doc;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * Acknowledges and snoozes open alerts, and takes both back. With a warehouse it is the alert on
 * the item there, without one the alert on the item's total.
 */
@Controller(Paths.ALERTS)
@ExecuteOn(TaskExecutors.IO)
final class AlertNoteController {

  private static final String ACKNOWLEDGE = "/acknowledge";
  private static final String SNOOZE = "/snooze";

  private final OpenAlerts alerts;
  private final Clock clock;

  AlertNoteController(OpenAlerts alerts, Clock clock) {
    this.alerts = alerts;
    this.clock = clock;
  }

  @Operation(operationId = "acknowledge", summary = "Acknowledges an alert")
  @AlertAnswer
  @Doc.Named
  @Doc.Errors
  // The query says everything. A body of any type is ignored.
  @Post(uri = ACKNOWLEDGE, consumes = "*/*")
  AlertBody acknowledge(
      HttpRequest<?> request,
      @Doc.ItemId @QueryValue String itemId,
      @Doc.WarehouseOrTotal @Nullable @QueryValue String warehouse,
      @Doc.Note @Nullable @QueryValue String note) {
    return body(alerts.acknowledge(id(itemId, warehouse), decision(request, note)));
  }

  @Operation(
      operationId = "withdrawAcknowledgement",
      summary = "Withdraws the acknowledgement of an alert")
  @AlertAnswer
  @Doc.Named
  @Doc.Errors
  @Delete(uri = ACKNOWLEDGE, consumes = "*/*")
  AlertBody withdraw(
      HttpRequest<?> request,
      @Doc.ItemId @QueryValue String itemId,
      @Doc.WarehouseOrTotal @Nullable @QueryValue String warehouse,
      @Doc.Note @Nullable @QueryValue String note) {
    return body(alerts.withdrawAcknowledgement(id(itemId, warehouse), decision(request, note)));
  }

  @Operation(operationId = "snooze", summary = "Snoozes an alert until a time")
  @AlertAnswer
  @Doc.Named
  @Doc.Errors
  @Post(SNOOZE)
  AlertBody snooze(
      HttpRequest<?> request,
      @Doc.ItemId @QueryValue String itemId,
      @Doc.WarehouseOrTotal @Nullable @QueryValue String warehouse,
      @Doc.Note @Nullable @QueryValue String note,
      @Nullable @Body SnoozeBody body) {
    Decision decision = decision(request, note);
    Instant until = Parameters.until(body == null ? null : body.until(), decision.at());
    return body(alerts.snooze(id(itemId, warehouse), new Snooze(until, decision)));
  }

  @Operation(operationId = "endSnooze", summary = "Ends the snooze of an alert")
  @AlertAnswer
  @Doc.Named
  @Doc.Errors
  @Delete(uri = SNOOZE, consumes = "*/*")
  AlertBody endSnooze(
      HttpRequest<?> request,
      @Doc.ItemId @QueryValue String itemId,
      @Doc.WarehouseOrTotal @Nullable @QueryValue String warehouse,
      @Doc.Note @Nullable @QueryValue String note) {
    return body(alerts.endSnooze(id(itemId, warehouse), decision(request, note)));
  }

  private AlertBody body(AlertReport report) {
    return AlertBody.of(report, LocalDate.now(clock.withZone(ZoneOffset.UTC)));
  }

  private Decision decision(HttpRequest<?> request, @Nullable String note) {
    return User.decision(request, clock.instant(), note);
  }

  private static AlertId id(String itemId, @Nullable String warehouse) {
    return new AlertId(
        Parameters.name("itemId", itemId), Parameters.optionalName("warehouse", warehouse));
  }
}
