package inventory.reporting.http;

import inventory.model.StockState;
import inventory.reporting.domain.AlertRecords;
import inventory.reporting.domain.AlertReport;
import inventory.reporting.domain.OpenAlerts;
import inventory.reporting.domain.Page;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.List;
import java.util.Optional;

/** What is low or out of stock (requirements A1 to A3). */
@Controller(Paths.ALERTS)
@ExecuteOn(TaskExecutors.IO)
final class AlertController {

  private static final List<StockState> OPEN = List.of(StockState.LOW, StockState.OUT);

  private final OpenAlerts alerts;

  AlertController(OpenAlerts alerts) {
    this.alerts = alerts;
  }

  @Get
  AlertsBody open(
      @Nullable @QueryValue String state,
      @Nullable @QueryValue String warehouse,
      @Nullable @QueryValue String limit,
      @Nullable @QueryValue String cursor) {
    Optional<StockState> inState = Parameters.oneOf("state", OPEN, state);
    Optional<String> in = Parameters.optionalName("warehouse", warehouse);
    List<String> query = List.of("alerts", inState.map(StockState::name).orElse(""), in.orElse(""));
    List<StockState> states = inState.map(List::of).orElse(OPEN);
    Optional<AlertRecords.Place> after =
        Parameters.given(cursor).map(given -> AlertCursors.decode(query, given, states));
    Page<AlertReport> page =
        alerts.page(new AlertRecords.Filter(inState, in), Parameters.limit(limit), after);
    return new AlertsBody(
        page.entries().stream().map(AlertBody::of).toList(),
        page.next().map(last -> AlertCursors.encode(query, last.alert())).orElse(null));
  }
}
