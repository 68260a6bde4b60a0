package inventory.reporting.http;

import inventory.model.StockState;
import inventory.reporting.domain.AlertRecords;
import inventory.reporting.domain.AlertReport;
import inventory.reporting.domain.OpenAlerts;
import inventory.reporting.domain.Page;
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
import java.util.List;
import java.util.Optional;

/** What is low or out of stock (requirements A1 to A3). */
@Controller(Paths.ALERTS)
@ExecuteOn(TaskExecutors.IO)
final class AlertController {

  private static final List<StockState> OPEN = List.of(StockState.LOW, StockState.OUT);

  private final OpenAlerts alerts;
  private final Cursors cursors;

  AlertController(OpenAlerts alerts, Cursors cursors) {
    this.alerts = alerts;
    this.cursors = cursors;
  }

  @Operation(operationId = "alerts", summary = "What is out of stock, and what is low")
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
              description = "Only alerts in this state.",
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
    List<StockState> states = inState.map(List::of).orElse(OPEN);
    Optional<AlertRecords.Place> after =
        Parameters.given(cursor).map(given -> AlertCursors.decode(cursors, query, given, states));
    AlertRecords.Filter filter = new AlertRecords.Filter(inState, in);
    int size = Parameters.limit(limit);
    if (Csv.isAsked(request)) {
      return Csv.answer(
          "alerts.csv", AlertBody.COLUMNS, after, place -> portion(filter, Csv.PORTION, place));
    }
    Portion<AlertBody, AlertRecords.Place> portion = portion(filter, size, after);
    String next =
        portion.next().map(last -> AlertCursors.encode(cursors, query, last)).orElse(null);
    return HttpResponse.ok(new AlertsBody(portion.entries(), next));
  }

  private Portion<AlertBody, AlertRecords.Place> portion(
      AlertRecords.Filter filter, int limit, Optional<AlertRecords.Place> after) {
    Page<AlertReport> page = alerts.page(filter, limit, after);
    return new Portion<>(
        page.entries().stream().map(AlertBody::of).toList(),
        page.next().map(last -> AlertRecords.Place.of(last.alert())));
  }
}
