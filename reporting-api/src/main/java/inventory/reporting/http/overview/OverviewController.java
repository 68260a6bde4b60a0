package inventory.reporting.http.overview;

import inventory.reporting.domain.overview.FreshnessReports;
import inventory.reporting.domain.overview.Overview;
import inventory.reporting.domain.overview.Overviews;
import inventory.reporting.domain.overview.WarehouseCounts;
import inventory.reporting.domain.overview.WarehouseFreshness;
import inventory.reporting.http.Paths;
import inventory.reporting.http.openapi.Doc;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** Reports the current state of everything. */
@Controller(Paths.OVERVIEW)
@ExecuteOn(TaskExecutors.IO)
final class OverviewController {

  private final Overviews overviews;
  private final FreshnessReports freshness;
  private final Clock clock;

  OverviewController(Overviews overviews, FreshnessReports freshness, Clock clock) {
    this.overviews = overviews;
    this.freshness = freshness;
    this.clock = clock;
  }

  @Operation(
      operationId = "overview",
      summary = "Gets the current numbers of warehouses, files and alerts")
  @ApiResponse(
      responseCode = "200",
      description = "The current numbers. Clients that follow them poll `/v1/changes`.",
      content =
          @Content(
              mediaType = Doc.JSON,
              schema = @Schema(implementation = OverviewBody.class),
              examples = @ExampleObject(name = "Overview", ref = Doc.EXAMPLES + "Overview")))
  @Doc.Tagged
  @Doc.Errors
  @Get
  OverviewBody overview() {
    Instant now = clock.instant();
    Overview overview = overviews.at(now);
    List<String> names = overview.warehouses().stream().map(WarehouseCounts::name).toList();
    return OverviewBody.of(overview, WarehouseFreshness.of(names, freshness, now));
  }
}
