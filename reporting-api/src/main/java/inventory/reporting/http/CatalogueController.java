package inventory.reporting.http;

import inventory.reporting.domain.Catalogue;
import inventory.reporting.domain.CatalogueItem;
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
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.List;
import java.util.Optional;

/** All items, to be searched by the beginning of their ids and names. */
@Controller(Paths.ITEMS)
@ExecuteOn(TaskExecutors.IO)
final class CatalogueController {

  private final Catalogue catalogue;
  private final Cursors cursors;

  CatalogueController(Catalogue catalogue, Cursors cursors) {
    this.catalogue = catalogue;
    this.cursors = cursors;
  }

  @Operation(operationId = "items", summary = "Items by the beginning of their ids or names")
  @ApiResponse(
      responseCode = "200",
      description = "A page of the items by id, or all of them as CSV.",
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
    List<String> asked = List.of("catalogue", prefix);
    Optional<String> after =
        Parameters.given(cursor).map(given -> cursors.decode(asked, given, 1).get(0));
    int size = Parameters.limit(limit);
    if (Csv.isAsked(request)) {
      return Csv.answer(
          "items.csv",
          CatalogueBody.Item.COLUMNS,
          after,
          place -> portion(prefix, Csv.PORTION, place));
    }
    Portion<CatalogueBody.Item, String> portion = portion(prefix, size, after);
    String next = portion.next().map(last -> cursors.encode(asked, List.of(last))).orElse(null);
    return HttpResponse.ok(new CatalogueBody(portion.entries(), next));
  }

  private Portion<CatalogueBody.Item, String> portion(
      String prefix, int limit, Optional<String> after) {
    Page<CatalogueItem> page = catalogue.search(prefix, limit, after);
    return new Portion<>(
        page.entries().stream().map(CatalogueBody.Item::of).toList(),
        page.next().map(CatalogueItem::itemId));
  }
}
