package inventory.reporting.http.alerts;

import inventory.model.AlertId;
import inventory.model.AlertRecord.Decision;
import inventory.model.AlertRecord.Snooze;
import inventory.model.StockKey;
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
import io.micronaut.http.annotation.PathVariable;
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
 * Acknowledges and snoozes open alerts, and takes both back. A path with a warehouse and an item
 * names the alert on that pair; a path with an item alone names the alert on its total. The number
 * of segments tells them apart, whatever the names are.
 */
@Controller(Paths.ALERTS)
@ExecuteOn(TaskExecutors.IO)
final class AlertNoteController {

  private static final String IN_WAREHOUSE = "/{warehouse}/{itemId}";
  private static final String ON_TOTAL = "/{itemId}";
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
  // The path says everything. A body of any type is ignored.
  @Post(uri = IN_WAREHOUSE + ACKNOWLEDGE, consumes = "*/*")
  AlertBody acknowledge(
      HttpRequest<?> request,
      @Doc.Warehouse @PathVariable String warehouse,
      @Doc.ItemId @PathVariable String itemId,
      @Doc.Note @Nullable @QueryValue String note) {
    return acknowledge(
        inWarehouse(warehouse, itemId), User.decision(request, clock.instant(), note));
  }

  @Operation(operationId = "acknowledgeTotal", summary = "Acknowledges an alert on an item's total")
  @AlertAnswer
  @Doc.Named
  @Doc.Errors
  @Post(uri = ON_TOTAL + ACKNOWLEDGE, consumes = "*/*")
  AlertBody acknowledgeTotal(
      HttpRequest<?> request,
      @Doc.ItemId @PathVariable String itemId,
      @Doc.Note @Nullable @QueryValue String note) {
    return acknowledge(onTotal(itemId), User.decision(request, clock.instant(), note));
  }

  private AlertBody acknowledge(AlertId id, Decision decision) {
    return body(alerts.acknowledge(id, decision));
  }

  @Operation(
      operationId = "withdrawAcknowledgement",
      summary = "Withdraws the acknowledgement of an alert")
  @AlertAnswer
  @Doc.Named
  @Doc.Errors
  @Delete(uri = IN_WAREHOUSE + ACKNOWLEDGE, consumes = "*/*")
  AlertBody withdraw(
      HttpRequest<?> request,
      @Doc.Warehouse @PathVariable String warehouse,
      @Doc.ItemId @PathVariable String itemId,
      @Doc.Note @Nullable @QueryValue String note) {
    return body(
        alerts.withdrawAcknowledgement(
            inWarehouse(warehouse, itemId), User.decision(request, clock.instant(), note)));
  }

  @Operation(
      operationId = "withdrawAcknowledgementTotal",
      summary = "Withdraws the acknowledgement of an alert on an item's total")
  @AlertAnswer
  @Doc.Named
  @Doc.Errors
  @Delete(uri = ON_TOTAL + ACKNOWLEDGE, consumes = "*/*")
  AlertBody withdrawTotal(
      HttpRequest<?> request,
      @Doc.ItemId @PathVariable String itemId,
      @Doc.Note @Nullable @QueryValue String note) {
    return body(
        alerts.withdrawAcknowledgement(
            onTotal(itemId), User.decision(request, clock.instant(), note)));
  }

  @Operation(operationId = "snooze", summary = "Snoozes an alert until a time")
  @AlertAnswer
  @Doc.Named
  @Doc.Errors
  @Post(IN_WAREHOUSE + SNOOZE)
  AlertBody snooze(
      HttpRequest<?> request,
      @Doc.Warehouse @PathVariable String warehouse,
      @Doc.ItemId @PathVariable String itemId,
      @Doc.Note @Nullable @QueryValue String note,
      @Nullable @Body SnoozeBody body) {
    return snooze(
        inWarehouse(warehouse, itemId), body, User.decision(request, clock.instant(), note));
  }

  @Operation(
      operationId = "snoozeTotal",
      summary = "Snoozes an alert on an item's total until a time")
  @AlertAnswer
  @Doc.Named
  @Doc.Errors
  @Post(ON_TOTAL + SNOOZE)
  AlertBody snoozeTotal(
      HttpRequest<?> request,
      @Doc.ItemId @PathVariable String itemId,
      @Doc.Note @Nullable @QueryValue String note,
      @Nullable @Body SnoozeBody body) {
    return snooze(onTotal(itemId), body, User.decision(request, clock.instant(), note));
  }

  private AlertBody snooze(AlertId id, @Nullable SnoozeBody body, Decision decision) {
    Instant until = Parameters.until(body == null ? null : body.until(), decision.at());
    return body(alerts.snooze(id, new Snooze(until, decision)));
  }

  @Operation(operationId = "endSnooze", summary = "Ends the snooze of an alert")
  @AlertAnswer
  @Doc.Named
  @Doc.Errors
  @Delete(uri = IN_WAREHOUSE + SNOOZE, consumes = "*/*")
  AlertBody endSnooze(
      HttpRequest<?> request,
      @Doc.Warehouse @PathVariable String warehouse,
      @Doc.ItemId @PathVariable String itemId,
      @Doc.Note @Nullable @QueryValue String note) {
    return body(
        alerts.endSnooze(
            inWarehouse(warehouse, itemId), User.decision(request, clock.instant(), note)));
  }

  @Operation(
      operationId = "endSnoozeTotal",
      summary = "Ends the snooze of an alert on an item's total")
  @AlertAnswer
  @Doc.Named
  @Doc.Errors
  @Delete(uri = ON_TOTAL + SNOOZE, consumes = "*/*")
  AlertBody endSnoozeTotal(
      HttpRequest<?> request,
      @Doc.ItemId @PathVariable String itemId,
      @Doc.Note @Nullable @QueryValue String note) {
    return body(alerts.endSnooze(onTotal(itemId), User.decision(request, clock.instant(), note)));
  }

  private AlertBody body(AlertReport report) {
    return AlertBody.of(report, LocalDate.now(clock.withZone(ZoneOffset.UTC)));
  }

  private static AlertId inWarehouse(String warehouse, String itemId) {
    return AlertId.of(
        new StockKey(Parameters.name("warehouse", warehouse), Parameters.name("itemId", itemId)));
  }

  private static AlertId onTotal(String itemId) {
    return AlertId.ofTotal(Parameters.name("itemId", itemId));
  }
}
