package inventory.reporting.http;

import inventory.model.StockState;
import inventory.reporting.domain.ItemLists;
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
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.List;
import java.util.Optional;

/** The items of a warehouse (requirements R1 and R2). */
@Controller(Paths.WAREHOUSES + "/{warehouse}/items")
@ExecuteOn(TaskExecutors.IO)
final class WarehouseItemsController {

  private static final List<StockState> LOW_OR_OUT = List.of(StockState.LOW, StockState.OUT);

  private final ItemLists items;
  private final Cursors cursors;

  WarehouseItemsController(ItemLists items, Cursors cursors) {
    this.items = items;
    this.cursors = cursors;
  }

  @Operation(operationId = "warehouseItems", summary = "The items of a warehouse")
  @ApiResponse(
      responseCode = "200",
      description = "A page of the items, or all of them as CSV.",
      content = {
        @Content(
            mediaType = Doc.JSON,
            schema = @Schema(implementation = WarehouseItemsBody.class),
            examples =
                @ExampleObject(name = "WarehouseItems", ref = Doc.EXAMPLES + "WarehouseItems")),
        @Content(
            mediaType = Csv.MEDIA_TYPE,
            schema = @Schema(implementation = String.class),
            examples =
                @ExampleObject(
                    name = "WarehouseItemsCsv",
                    ref = Doc.EXAMPLES + "WarehouseItemsCsv"))
      })
  @Doc.Tagged
  @Doc.Named
  @Doc.Errors
  @Get(produces = {MediaType.APPLICATION_JSON, Csv.MEDIA_TYPE})
  HttpResponse<?> items(
      HttpRequest<?> request,
      @Doc.Warehouse @PathVariable String warehouse,
      @Parameter(
              description =
                  "Only items with more units than this, a whole number of at most 38 digits.",
              example = "100",
              schema = @Schema(type = "string", pattern = "^-?[0-9]{1,38}$"))
          @Nullable
          @QueryValue
          String greaterThan,
      @Doc.Prefix @Nullable @QueryValue String query,
      @Parameter(
              description =
                  "Only items in this state; then a page may have fewer items, or none, and yet go on.",
              schema =
                  @Schema(
                      type = "string",
                      allowableValues = {"LOW", "OUT"}))
          @Nullable
          @QueryValue
          String state,
      @Parameter(
              description = "By what they are sorted; itemId if absent.",
              schema =
                  @Schema(
                      type = "string",
                      allowableValues = {"itemId", "itemName", "stockLevel"}))
          @Nullable
          @QueryValue
          String sort,
      @Parameter(
              description = "In which direction; asc if absent.",
              schema =
                  @Schema(
                      type = "string",
                      allowableValues = {"asc", "desc"}))
          @Nullable
          @QueryValue
          String order,
      @Doc.Limit @Nullable @QueryValue String limit,
      @Doc.Cursor @Nullable @QueryValue String cursor) {
    ItemLists.Query asked =
        new ItemLists.Query(
            Parameters.name("warehouse", warehouse),
            Parameters.greaterThan(greaterThan),
            Parameters.prefix(query),
            Parameters.oneOf("state", LOW_OR_OUT, state),
            Parameters.sort(sort),
            Parameters.descending(order));
    Optional<ItemLists.Place> after =
        Parameters.given(cursor).map(given -> ItemCursors.decode(cursors, asked, given));
    int size = Parameters.limit(limit);
    if (Csv.isAsked(request)) {
      return Csv.answer(
          "items.csv",
          WarehouseItemsBody.Item.COLUMNS,
          after,
          place -> portion(asked, Csv.PORTION, place));
    }
    Portion<WarehouseItemsBody.Item, ItemLists.Place> portion = portion(asked, size, after);
    String next =
        portion.next().map(place -> ItemCursors.encode(cursors, asked, place)).orElse(null);
    return HttpResponse.ok(new WarehouseItemsBody(asked.warehouse(), portion.entries(), next));
  }

  private Portion<WarehouseItemsBody.Item, ItemLists.Place> portion(
      ItemLists.Query query, int limit, Optional<ItemLists.Place> after) {
    ItemLists.Listed listed = items.page(query, limit, after);
    return new Portion<>(
        listed.items().stream().map(WarehouseItemsBody.Item::of).toList(), listed.next());
  }
}
