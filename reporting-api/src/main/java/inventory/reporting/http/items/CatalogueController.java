package inventory.reporting.http.items;

import inventory.reporting.domain.items.Catalogue;
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
import java.util.List;

/** Searches the items of all warehouses. */
@Controller(Paths.ITEMS)
@ExecuteOn(TaskExecutors.IO)
final class CatalogueController {

  private static final CursorFormat<Catalogue.PagePosition> CURSOR =
      new CursorFormat<>(
          3,
          last -> List.of(Boolean.toString(last.byName()), last.itemId(), last.itemName()),
          parts ->
              new Catalogue.PagePosition(
                  Boolean.parseBoolean(parts.get(0)), parts.get(1), parts.get(2)));

  private final Catalogue catalogue;
  private final Cursors cursors;

  CatalogueController(Catalogue catalogue, Cursors cursors) {
    this.catalogue = catalogue;
    this.cursors = cursors;
  }

  @Operation(operationId = "items", summary = "Searches items by id or name")
  @ApiResponse(
      responseCode = "200",
      description =
          "A page of the items whose ids begin with the query, in the order of their ids, and then"
              + " of those whose names do, in the order of their names; or all of them as CSV. A"
              + " page may have fewer items than the limit although nextCursor is not null.",
      content = {
        @Content(
            mediaType = Doc.JSON,
            schema = @Schema(implementation = CatalogueBody.class),
            examples = @ExampleObject(name = "Items", ref = Doc.EXAMPLES + "Items")),
        @Content(
            mediaType = Csv.MEDIA_TYPE,
            schema = @Schema(implementation = String.class),
            examples = @ExampleObject(name = "ItemsCsv", ref = Doc.EXAMPLES + "ItemsCsv"))
      })
  @Doc.Tagged
  @Doc.Errors
  @Get(produces = {MediaType.APPLICATION_JSON, Csv.MEDIA_TYPE})
  HttpResponse<?> search(
      HttpRequest<?> request,
      @Doc.Prefix @Nullable @QueryValue String query,
      @Doc.Limit @Nullable @QueryValue String limit,
      @Doc.Cursor @Nullable @QueryValue String cursor) {
    String prefix = Parameters.prefix(query);
    return ListRequest.of(request, limit, cursor, cursors, List.of("catalogue", prefix), CURSOR)
        .answer(
            "items.csv",
            CatalogueBody.Item.COLUMNS,
            (size, after) -> catalogue.search(prefix, size, after).map(CatalogueBody.Item::of),
            CatalogueBody::new);
  }
}
