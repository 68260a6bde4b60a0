package inventory.reporting.http.items;

import inventory.reporting.domain.Page;
import inventory.reporting.domain.items.StockReports;
import inventory.reporting.http.Csv;
import inventory.reporting.http.Paths;
import inventory.reporting.http.openapi.Doc;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.List;
import java.util.Optional;

/** Lists the warehouses. */
@Controller(Paths.WAREHOUSES)
@ExecuteOn(TaskExecutors.IO)
final class WarehouseController {

  private final StockReports stock;

  WarehouseController(StockReports stock) {
    this.stock = stock;
  }

  @Operation(operationId = "warehouses", summary = "Lists all warehouses")
  @ApiResponse(
      responseCode = "200",
      description = "All warehouses, in the order of their names.",
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
  HttpResponse<?> warehouses(HttpRequest<?> request) {
    List<WarehousesBody.Warehouse> all =
        stock.warehouses().stream().map(WarehousesBody.Warehouse::of).toList();
    return Csv.isAsked(request)
        ? Csv.answer(
            "warehouses.csv",
            WarehousesBody.Warehouse.COLUMNS,
            Optional.empty(),
            after -> new Page<>(all, Optional.empty()))
        : HttpResponse.ok(new WarehousesBody(all));
  }
}
