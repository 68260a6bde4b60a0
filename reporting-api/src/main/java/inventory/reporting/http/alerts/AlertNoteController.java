package inventory.reporting.http.alerts;

import inventory.model.AlertId;
import inventory.model.AlertRecord.Decision;
import inventory.model.AlertRecord.Snooze;
import inventory.model.StockKey;
import inventory.reporting.domain.alerts.OpenAlerts;
import inventory.reporting.http.Parameters;
import inventory.reporting.http.Paths;
import inventory.reporting.http.openapi.Doc;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.time.Clock;
import java.time.Instant;

/**
 * Acknowledges and snoozes open alerts. A path with a warehouse and an item names the alert on that
 * pair; a path with an item alone names the alert on its total. The number of segments tells them
 * apart, whatever the names are.
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
  @ApiResponse(
      responseCode = "200",
      description = "The alert.",
      content =
          @Content(
              mediaType = Doc.JSON,
              schema = @Schema(implementation = AlertBody.class),
              examples = @ExampleObject(name = "Alert", ref = Doc.EXAMPLES + "Alert")))
  @Doc.Named
  @Doc.Errors
  // The path says everything. A body of any type is ignored.
  @Post(uri = IN_WAREHOUSE + ACKNOWLEDGE, consumes = "*/*")
  AlertBody acknowledge(
      @Doc.Warehouse @PathVariable String warehouse, @Doc.ItemId @PathVariable String itemId) {
    return acknowledge(inWarehouse(warehouse, itemId));
  }

  @Operation(operationId = "acknowledgeTotal", summary = "Acknowledges an alert on an item's total")
  @ApiResponse(
      responseCode = "200",
      description = "The alert.",
      content =
          @Content(
              mediaType = Doc.JSON,
              schema = @Schema(implementation = AlertBody.class),
              examples = @ExampleObject(name = "Alert", ref = Doc.EXAMPLES + "Alert")))
  @Doc.Named
  @Doc.Errors
  @Post(uri = ON_TOTAL + ACKNOWLEDGE, consumes = "*/*")
  AlertBody acknowledgeTotal(@Doc.ItemId @PathVariable String itemId) {
    return acknowledge(onTotal(itemId));
  }

  private AlertBody acknowledge(AlertId id) {
    return AlertBody.of(alerts.acknowledge(id, decision()));
  }

  @Operation(operationId = "snooze", summary = "Snoozes an alert until a time")
  @ApiResponse(
      responseCode = "200",
      description = "The alert.",
      content =
          @Content(
              mediaType = Doc.JSON,
              schema = @Schema(implementation = AlertBody.class),
              examples = @ExampleObject(name = "Alert", ref = Doc.EXAMPLES + "Alert")))
  @Doc.Named
  @Doc.Errors
  @Post(IN_WAREHOUSE + SNOOZE)
  AlertBody snooze(
      @Doc.Warehouse @PathVariable String warehouse,
      @Doc.ItemId @PathVariable String itemId,
      @Nullable @Body SnoozeBody body) {
    return snooze(inWarehouse(warehouse, itemId), body);
  }

  @Operation(
      operationId = "snoozeTotal",
      summary = "Snoozes an alert on an item's total until a time")
  @ApiResponse(
      responseCode = "200",
      description = "The alert.",
      content =
          @Content(
              mediaType = Doc.JSON,
              schema = @Schema(implementation = AlertBody.class),
              examples = @ExampleObject(name = "Alert", ref = Doc.EXAMPLES + "Alert")))
  @Doc.Named
  @Doc.Errors
  @Post(ON_TOTAL + SNOOZE)
  AlertBody snoozeTotal(@Doc.ItemId @PathVariable String itemId, @Nullable @Body SnoozeBody body) {
    return snooze(onTotal(itemId), body);
  }

  private AlertBody snooze(AlertId id, @Nullable SnoozeBody body) {
    Instant until = Parameters.until(body == null ? null : body.until(), clock.instant());
    return AlertBody.of(alerts.snooze(id, new Snooze(until, decision())));
  }

  private Decision decision() {
    return new Decision(clock.instant(), "", "");
  }

  private static AlertId inWarehouse(String warehouse, String itemId) {
    return AlertId.of(
        new StockKey(Parameters.name("warehouse", warehouse), Parameters.name("itemId", itemId)));
  }

  private static AlertId onTotal(String itemId) {
    return AlertId.ofTotal(Parameters.name("itemId", itemId));
  }
}
