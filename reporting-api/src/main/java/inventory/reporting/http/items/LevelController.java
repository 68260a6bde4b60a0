package inventory.reporting.http.items;

import inventory.model.StockState;
import inventory.reporting.domain.items.ItemLists;
import inventory.reporting.domain.movements.Moment;
import inventory.reporting.domain.movements.PastStock;
import inventory.reporting.http.Csv;
import inventory.reporting.http.CursorFormat;
import inventory.reporting.http.Cursors;
import inventory.reporting.http.ListRequest;
import inventory.reporting.http.Parameters;
import inventory.reporting.http.Paths;
import inventory.reporting.http.openapi.Doc;
import inventory.reporting.http.problems.BadParameterException;
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
import java.util.List;
import java.util.Optional;

/** Lists the levels of a warehouse (requirements R1 and R2). */
@Controller(Paths.LEVELS)
@ExecuteOn(TaskExecutors.IO)
final class LevelController {

  private static final CursorFormat<ItemLists.PagePosition> CURSOR =
      new CursorFormat<>(
          3,
          last -> List.of(last.snapshot(), last.itemId(), last.key()),
          parts -> new ItemLists.PagePosition(parts.get(0), parts.get(1), parts.get(2)));

  private static final List<StockState> LOW_OR_OUT = List.of(StockState.LOW, StockState.OUT);

  private static final CursorFormat<String> PAST_CURSOR = CursorFormat.ofText();

  private final ItemLists items;
  private final PastStock past;
  private final Cursors cursors;
  private final Clock clock;

  LevelController(ItemLists items, PastStock past, Cursors cursors, Clock clock) {
    this.items = items;
    this.past = past;
    this.cursors = cursors;
    this.clock = clock;
  }

  @Operation(
      operationId = "levels",
      summary = "Lists the levels of the items of a warehouse, now or at a moment",
      description =
          "With `at`, items that had no fact by then are left out, so a page may have fewer items"
              + " than the limit, or none, although nextCursor is not null; only `greaterThan` may"
              + " be given with it. An item that has not changed since costs no more than now,"
              + " another one read of its closings and its movements of a day more, or those since"
              + " the last nightly validation. A page ends early rather than read more than 10,000"
              + " movements.")
  @ApiResponse(
      responseCode = "200",
      description = "A page of the items, or all of them as CSV.",
      content = {
        @Content(
            mediaType = Doc.JSON,
            schema = @Schema(anyOf = {LevelsBody.class, PastLevelsBody.class}),
            examples = {
              @ExampleObject(name = "Levels", ref = Doc.EXAMPLES + "Levels"),
              @ExampleObject(name = "PastLevels", ref = Doc.EXAMPLES + "PastLevels")
            }),
        @Content(
            mediaType = Csv.MEDIA_TYPE,
            schema = @Schema(implementation = String.class),
            examples = @ExampleObject(name = "LevelsCsv", ref = Doc.EXAMPLES + "LevelsCsv"))
      })
  @Doc.Tagged
  @Doc.Named
  @Doc.Errors
  @Get(produces = {MediaType.APPLICATION_JSON, Csv.MEDIA_TYPE})
  HttpResponse<?> items(
      HttpRequest<?> request,
      @Doc.Warehouse @QueryValue String warehouse,
      @Parameter(
              description =
                  "Lists only items with more units than this: a whole number of at most 38 digits.",
              example = "100",
              schema = @Schema(type = "string", pattern = "^-?[0-9]{1,38}$"))
          @Nullable
          @QueryValue
          String greaterThan,
      @Doc.Prefix @Nullable @QueryValue String query,
      @Parameter(
              description =
                  "Lists only items in this state. A page may then have fewer items than the limit,"
                      + " or none, although nextCursor is not null.",
              schema =
                  @Schema(
                      type = "string",
                      allowableValues = {"LOW", "OUT"}))
          @Nullable
          @QueryValue
          String state,
      @Parameter(
              description = "Sort field. Default: `itemId`.",
              schema =
                  @Schema(
                      type = "string",
                      allowableValues = {"itemId", "itemName", "stockLevel"}))
          @Nullable
          @QueryValue
          String sort,
      @Parameter(
              description = "Sort direction. Default: `asc`.",
              schema =
                  @Schema(
                      type = "string",
                      allowableValues = {"asc", "desc"}))
          @Nullable
          @QueryValue
          String order,
      @Doc.At @Nullable @QueryValue String at,
      @Doc.KnownAt @Nullable @QueryValue String knownAt,
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
    Optional<Moment> moment = Parameters.moment(at, knownAt, clock.instant());
    if (moment.isPresent()) {
      if (!asked.isByKey()) {
        throw new BadParameterException(
            "at", String.valueOf(at), "given without query, state, sort and order");
      }
      return past(request, asked, moment.get(), limit, cursor);
    }
    return ListRequest.of(request, limit, cursor, cursors, parts(asked), CURSOR)
        .answer(
            "items.csv",
            LevelsBody.Item.COLUMNS,
            (size, after) -> items.page(asked, size, after).map(LevelsBody.Item::of),
            (entries, next) -> new LevelsBody(asked.warehouse(), entries, next));
  }

  private HttpResponse<?> past(
      HttpRequest<?> request,
      ItemLists.Query asked,
      Moment moment,
      @Nullable String limit,
      @Nullable String cursor) {
    List<String> query =
        List.of(
            "past items",
            asked.warehouse(),
            asked.greaterThan().map(Object::toString).orElse(""),
            moment.toString());
    return ListRequest.of(request, limit, cursor, cursors, query, PAST_CURSOR)
        .answer(
            "items.csv",
            PastLevelsBody.Item.COLUMNS,
            (size, after) ->
                past.page(asked.warehouse(), moment, asked.greaterThan(), size, after)
                    .map(PastLevelsBody.Item::of),
            (entries, next) -> PastLevelsBody.of(asked.warehouse(), moment, entries, next));
  }

  private static List<String> parts(ItemLists.Query query) {
    return List.of(
        "items",
        query.warehouse(),
        query.greaterThan().map(Object::toString).orElse(""),
        query.prefix(),
        query.state().map(Enum::name).orElse(""),
        query.order().field(),
        Boolean.toString(query.descending()));
  }
}
