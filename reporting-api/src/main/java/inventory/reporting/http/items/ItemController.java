package inventory.reporting.http.items;

import inventory.reporting.domain.NoSuchRecordException;
import inventory.reporting.domain.items.ItemRecords;
import inventory.reporting.domain.movements.MovementHistory;
import inventory.reporting.http.Csv;
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
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.List;
import java.util.Optional;

/** Reports an item (requirement R3) and the movements that explain its levels. */
@Controller(Paths.ITEMS + "/{itemId}")
@ExecuteOn(TaskExecutors.IO)
final class ItemController {

  private final ItemRecords items;
  private final MovementHistory history;
  private final Cursors cursors;

  ItemController(ItemRecords items, MovementHistory history, Cursors cursors) {
    this.items = items;
    this.cursors = cursors;
    this.history = history;
  }

  @Operation(operationId = "item", summary = "Gets an item across all warehouses")
  @ApiResponse(
      responseCode = "200",
      description = "The item.",
      content =
          @Content(
              mediaType = Doc.JSON,
              schema = @Schema(implementation = ItemBody.class),
              examples = @ExampleObject(name = "Item", ref = Doc.EXAMPLES + "Item")))
  @Doc.Tagged
  @Doc.Named
  @Doc.Errors
  @Get
  ItemBody item(@Doc.ItemId @PathVariable String itemId) {
    ItemRecords.ItemRecord item = items.of(Parameters.name("itemId", itemId));
    if (item.levels().isEmpty()) {
      throw new NoSuchRecordException("item", itemId);
    }
    return ItemBody.of(itemId, item);
  }

  @Operation(
      operationId = "movements",
      summary = "Lists the movements that explain an item's levels, newest first")
  @ApiResponse(
      responseCode = "200",
      description = "A page of the movements, or all of them as CSV.",
      content = {
        @Content(
            mediaType = Doc.JSON,
            schema = @Schema(implementation = MovementsBody.class),
            examples = @ExampleObject(name = "Movements", ref = Doc.EXAMPLES + "Movements")),
        @Content(
            mediaType = Csv.MEDIA_TYPE,
            schema = @Schema(implementation = String.class),
            examples = @ExampleObject(name = "MovementsCsv", ref = Doc.EXAMPLES + "MovementsCsv"))
      })
  @Doc.Tagged
  @Doc.Named
  @Doc.Errors
  @Get(
      uri = "/movements",
      produces = {MediaType.APPLICATION_JSON, Csv.MEDIA_TYPE})
  HttpResponse<?> movements(
      HttpRequest<?> request,
      @Doc.ItemId @PathVariable String itemId,
      @Doc.Warehouse @Nullable @QueryValue String warehouse,
      @Doc.Limit @Nullable @QueryValue String limit,
      @Doc.Cursor @Nullable @QueryValue String cursor) {
    String item = Parameters.name("itemId", itemId);
    Optional<String> only = Parameters.optionalName("warehouse", warehouse);
    List<String> query = List.of("movements", item, only.orElse(""));
    return ListRequest.of(request, limit, cursor, cursors, query, MovementCursor.FORMAT)
        .answer(
            "movements.csv",
            MovementsBody.COLUMNS,
            (size, after) -> history.page(item, only, size, after).map(MovementsBody.Entry::of),
            (entries, next) -> new MovementsBody(item, entries, next));
  }
}
