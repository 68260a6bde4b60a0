package inventory.reporting.http.items;

import inventory.model.StockKey;
import inventory.reporting.domain.NoSuchRecordException;
import inventory.reporting.domain.Page;
import inventory.reporting.domain.items.ItemRecords;
import inventory.reporting.domain.movements.DailyHistory;
import inventory.reporting.domain.movements.Moment;
import inventory.reporting.domain.movements.MovementHistory;
import inventory.reporting.domain.movements.PastStock;
import inventory.reporting.domain.orders.OrderProposals;
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
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** Reports an item (requirement R3) and the movements that explain its levels. */
@Controller
@ExecuteOn(TaskExecutors.IO)
final class ItemController {

  private final ItemRecords items;
  private final MovementHistory history;
  private final PastStock past;
  private final DailyHistory days;
  private final OrderProposals orders;
  private final Cursors cursors;
  private final Clock clock;

  ItemController(
      ItemRecords items,
      MovementHistory history,
      PastStock past,
      DailyHistory days,
      OrderProposals orders,
      Cursors cursors,
      Clock clock) {
    this.items = items;
    this.history = history;
    this.past = past;
    this.days = days;
    this.orders = orders;
    this.cursors = cursors;
    this.clock = clock;
  }

  @Operation(
      operationId = "item",
      summary = "Gets an item across all warehouses, now or at a moment",
      description =
          "With `at`, a warehouse whose stock has not changed since costs one read unit, another one"
              + " read of its closings and its movements of a day more. Warehouses without a fact by"
              + " then are left out; if all are, the answer is 404.")
  @ApiResponse(
      responseCode = "200",
      description = "The item.",
      content =
          @Content(
              mediaType = Doc.JSON,
              schema = @Schema(anyOf = {ItemBody.class, PastItemBody.class}),
              examples = {
                @ExampleObject(name = "Item", ref = Doc.EXAMPLES + "Item"),
                @ExampleObject(name = "PastItem", ref = Doc.EXAMPLES + "PastItem")
              }))
  @Doc.Tagged
  @Doc.Named
  @Doc.Errors
  @Get(Paths.ITEM)
  HttpResponse<?> item(
      @Doc.ItemId @QueryValue String itemId,
      @Doc.At @Nullable @QueryValue String at,
      @Doc.KnownAt @Nullable @QueryValue String knownAt) {
    String id = Parameters.name("itemId", itemId);
    Optional<Moment> moment = Parameters.moment(at, knownAt, clock.instant());
    if (moment.isPresent()) {
      return HttpResponse.ok(PastItemBody.of(id, moment.get(), past.of(id, moment.get())));
    }
    ItemRecords.ItemRecord item = items.of(id);
    if (item.levels().isEmpty()) {
      throw new NoSuchRecordException("item", itemId);
    }
    return HttpResponse.ok(
        ItemBody.of(
            itemId,
            item,
            orders.of(item.lowLevels(), item.thresholds()),
            LocalDate.now(clock.withZone(ZoneOffset.UTC))));
  }

  @Operation(
      operationId = "history",
      summary = "Lists how an item opened and closed each day in a warehouse",
      description =
          "Days are in UTC, earliest first; those before the first fact are left out. Numbers are"
              + " units, never rounded. They count facts by their times, with everything known now."
              + " A read unit has about 16 closed days; days that the nightly validation has not"
              + " closed yet cost their movements, at most 10,000.")
  @ApiResponse(
      responseCode = "200",
      description = "The days, as JSON or CSV.",
      content = {
        @Content(
            mediaType = Doc.JSON,
            schema = @Schema(implementation = HistoryBody.class),
            examples = @ExampleObject(name = "History", ref = Doc.EXAMPLES + "History")),
        @Content(
            mediaType = Csv.MEDIA_TYPE,
            schema = @Schema(implementation = String.class),
            examples = @ExampleObject(name = "HistoryCsv", ref = Doc.EXAMPLES + "HistoryCsv"))
      })
  @Doc.Tagged
  @Doc.Named
  @Doc.Errors
  @Get(
      uri = Paths.HISTORY,
      produces = {MediaType.APPLICATION_JSON, Csv.MEDIA_TYPE})
  HttpResponse<?> history(
      HttpRequest<?> request,
      @Doc.ItemId @QueryValue String itemId,
      @Doc.Warehouse @QueryValue String warehouse,
      @Doc.From @Nullable @QueryValue String from,
      @Doc.To @Nullable @QueryValue String to) {
    StockKey key =
        new StockKey(Parameters.name("warehouse", warehouse), Parameters.name("itemId", itemId));
    LocalDate last = Parameters.lastDay(to, LocalDate.now(clock.withZone(ZoneOffset.UTC)));
    LocalDate first = Parameters.firstDay(from, last);
    List<HistoryBody.Day> found =
        days.days(key, first, last).stream().map(HistoryBody.Day::of).toList();
    return Csv.isAsked(request)
        ? Csv.answer(
            "history.csv",
            HistoryBody.Day.COLUMNS,
            Optional.empty(),
            any -> new Page<>(found, Optional.empty()))
        : HttpResponse.ok(HistoryBody.of(key, found));
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
      uri = Paths.MOVEMENTS,
      produces = {MediaType.APPLICATION_JSON, Csv.MEDIA_TYPE})
  HttpResponse<?> movements(
      HttpRequest<?> request,
      @Doc.ItemId @QueryValue String itemId,
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
