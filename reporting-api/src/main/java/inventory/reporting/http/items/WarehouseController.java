package inventory.reporting.http.items;

import inventory.reporting.domain.Page;
import inventory.reporting.domain.overview.Counters;
import inventory.reporting.domain.overview.FreshnessReports;
import inventory.reporting.domain.overview.WarehouseCounts;
import inventory.reporting.domain.overview.WarehouseFreshness;
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
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Lists the warehouses. */
@Controller(Paths.WAREHOUSES)
@ExecuteOn(TaskExecutors.IO)
final class WarehouseController {

  private static final CursorFormat<String> CURSOR = CursorFormat.ofText();

  private final Counters counters;
  private final FreshnessReports freshness;
  private final Cursors cursors;
  private final Clock clock;

  WarehouseController(Counters counters, FreshnessReports freshness, Cursors cursors, Clock clock) {
    this.counters = counters;
    this.freshness = freshness;
    this.cursors = cursors;
    this.clock = clock;
  }

  @Operation(operationId = "warehouses", summary = "Lists the warehouses")
  @ApiResponse(
      responseCode = "200",
      description = "A page of the warehouses in the order of their names, or all of them as CSV.",
      content = {
        @Content(
            mediaType = Doc.JSON,
            schema = @Schema(implementation = WarehousesBody.class),
            examples = @ExampleObject(name = "Warehouses", ref = Doc.EXAMPLES + "Warehouses")),
        @Content(
            mediaType = Csv.MEDIA_TYPE,
            schema = @Schema(implementation = String.class),
            examples = @ExampleObject(name = "WarehousesCsv", ref = Doc.EXAMPLES + "WarehousesCsv"))
      })
  @Doc.Tagged
  @Doc.Errors
  @Get(produces = {MediaType.APPLICATION_JSON, Csv.MEDIA_TYPE})
  HttpResponse<?> warehouses(
      HttpRequest<?> request,
      @Doc.WarehousePrefix @Nullable @QueryValue String query,
      @Doc.Limit @Nullable @QueryValue String limit,
      @Doc.Cursor @Nullable @QueryValue String cursor) {
    String prefix = Parameters.prefix(query);
    return ListRequest.of(request, limit, cursor, cursors, List.of("warehouses", prefix), CURSOR)
        .answer(
            "warehouses.csv",
            WarehousesBody.Warehouse.COLUMNS,
            (size, after) -> page(prefix, size, after),
            WarehousesBody::new);
  }

  private Page<WarehousesBody.Warehouse, String> page(
      String prefix, int size, Optional<String> after) {
    Page<WarehouseCounts, String> page = counters.warehouses(prefix, size, after);
    Map<String, WarehouseFreshness> fresh =
        WarehouseFreshness.of(
            page.entries().stream().map(WarehouseCounts::name).toList(),
            freshness,
            clock.instant());
    return page.map(counts -> WarehousesBody.Warehouse.of(counts, fresh.get(counts.name())));
  }
}
