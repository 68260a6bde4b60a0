package inventory.reporting.http.alerts;

import inventory.model.AlertId;
import inventory.model.Position;
import inventory.model.StockState;
import inventory.reporting.domain.alerts.AlertRecords;
import inventory.reporting.domain.alerts.OpenAlerts;
import inventory.reporting.http.Csv;
import inventory.reporting.http.CursorFormat;
import inventory.reporting.http.Cursors;
import inventory.reporting.http.ListRequest;
import inventory.reporting.http.Parameters;
import inventory.reporting.http.Paths;
import inventory.reporting.http.openapi.Doc;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** Lists open alerts (requirements A1 to A3). */
@Controller(Paths.ALERTS)
@ExecuteOn(TaskExecutors.IO)
final class AlertController {

  private static final CursorFormat<AlertRecords.PagePosition> CURSOR =
      new CursorFormat<>(
          4,
          last ->
              List.of(
                  last.state().name(),
                  Position.time(last.since()),
                  last.id().itemId(),
                  last.id().warehouse().orElse("")),
          parts ->
              new AlertRecords.PagePosition(
                  StockState.valueOf(parts.get(0)),
                  Instant.parse(parts.get(1)),
                  new AlertId(parts.get(2), Parameters.given(parts.get(3)))));

  private static final List<StockState> OPEN = List.of(StockState.LOW, StockState.OUT);

  private final OpenAlerts alerts;
  private final Cursors cursors;
  private final Clock clock;

  AlertController(OpenAlerts alerts, Cursors cursors, Clock clock) {
    this.alerts = alerts;
    this.cursors = cursors;
    this.clock = clock;
  }

  @Operation(operationId = "alerts", summary = "Lists open alerts")
  @ApiResponse(
      responseCode = "200",
      description = "A page of the open alerts, or all of them as CSV.",
      content = {
        @Content(
            mediaType = Doc.JSON,
            schema = @Schema(implementation = AlertsBody.class),
            examples = @ExampleObject(name = "Alerts", ref = Doc.EXAMPLES + "Alerts")),
        @Content(
            mediaType = Csv.MEDIA_TYPE,
            schema = @Schema(implementation = String.class),
            examples = @ExampleObject(name = "AlertsCsv", ref = Doc.EXAMPLES + "AlertsCsv"))
      })
  @Doc.Tagged
  @Doc.Errors
  @Get(produces = {MediaType.APPLICATION_JSON, Csv.MEDIA_TYPE})
  HttpResponse<?> open(
      HttpRequest<?> request,
      @Parameter(
              description = "Lists only alerts in this state.",
              schema =
                  @Schema(
                      type = "string",
                      allowableValues = {"LOW", "OUT"}))
          @Nullable
          @QueryValue
          String state,
      @Doc.Warehouse @Nullable @QueryValue String warehouse,
      @Doc.Limit @Nullable @QueryValue String limit,
      @Doc.Cursor @Nullable @QueryValue String cursor) {
    Optional<StockState> inState = Parameters.oneOf("state", OPEN, state);
    Optional<String> in = Parameters.optionalName("warehouse", warehouse);
    List<String> query = List.of("alerts", inState.map(StockState::name).orElse(""), in.orElse(""));
    LocalDate today = LocalDate.now(clock.withZone(ZoneOffset.UTC));
    AlertRecords.Filter filter = new AlertRecords.Filter(inState, in);
    return ListRequest.of(request, limit, cursor, cursors, query, CURSOR)
        .answer(
            "alerts.csv",
            AlertBody.COLUMNS,
            (size, after) ->
                alerts.page(filter, size, after).map(report -> AlertBody.of(report, today)),
            AlertsBody::new);
  }
}
