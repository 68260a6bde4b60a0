package inventory.reporting.http.thresholds;

import inventory.model.AlertId;
import inventory.reporting.domain.thresholds.ThresholdDecisions;
import inventory.reporting.domain.thresholds.ThresholdStore;
import inventory.reporting.http.Csv;
import inventory.reporting.http.CursorFormat;
import inventory.reporting.http.Cursors;
import inventory.reporting.http.ListRequest;
import inventory.reporting.http.Parameters;
import inventory.reporting.http.Paths;
import inventory.reporting.http.User;
import inventory.reporting.http.openapi.Doc;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Put;
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
import java.util.Optional;

/**
 * Lists, sets and removes thresholds (requirements T4 and T5). Names are in the query or the body,
 * so they may contain any character.
 */
@Controller(Paths.THRESHOLDS)
@ExecuteOn(TaskExecutors.IO)
final class ThresholdController {

  private static final CursorFormat<AlertId> CURSOR =
      new CursorFormat<>(
          2,
          last -> List.of(last.itemId(), last.warehouse().orElse("")),
          parts -> new AlertId(parts.get(0), Parameters.given(parts.get(1))));

  private final ThresholdStore thresholds;
  private final ThresholdDecisions decisions;
  private final Cursors cursors;
  private final Clock clock;

  ThresholdController(
      ThresholdStore thresholds, ThresholdDecisions decisions, Cursors cursors, Clock clock) {
    this.thresholds = thresholds;
    this.decisions = decisions;
    this.cursors = cursors;
    this.clock = clock;
  }

  @Operation(operationId = "thresholds", summary = "Lists the thresholds that were set")
  @ApiResponse(
      responseCode = "200",
      description = "A page of the thresholds in the order of their items, or all of them as CSV.",
      content = {
        @Content(
            mediaType = Doc.JSON,
            schema = @Schema(implementation = ThresholdsBody.class),
            examples = @ExampleObject(name = "Thresholds", ref = Doc.EXAMPLES + "Thresholds")),
        @Content(
            mediaType = Csv.MEDIA_TYPE,
            schema = @Schema(implementation = String.class),
            examples = @ExampleObject(name = "ThresholdsCsv", ref = Doc.EXAMPLES + "ThresholdsCsv"))
      })
  @Doc.Tagged
  @Doc.Errors
  @Get(produces = {MediaType.APPLICATION_JSON, Csv.MEDIA_TYPE})
  HttpResponse<?> list(
      HttpRequest<?> request,
      @Doc.ItemId @Nullable @QueryValue String itemId,
      @Doc.Warehouse @Nullable @QueryValue String warehouse,
      @Doc.Limit @Nullable @QueryValue String limit,
      @Doc.Cursor @Nullable @QueryValue String cursor) {
    Optional<String> item = Parameters.optionalName("itemId", itemId);
    Optional<String> in = Parameters.optionalName("warehouse", warehouse);
    List<String> query = List.of("thresholds", item.orElse(""), in.orElse(""));
    ThresholdStore.Filter filter = new ThresholdStore.Filter(item, in);
    return ListRequest.of(request, limit, cursor, cursors, query, CURSOR)
        .answer(
            "thresholds.csv",
            ThresholdBody.COLUMNS,
            (size, after) -> thresholds.page(filter, size, after).map(ThresholdBody::of),
            ThresholdsBody::new);
  }

  @Operation(
      operationId = "setThreshold",
      summary = "Sets the threshold of an item, and what to order when stock falls below it",
      description =
          "Without `warehouse` it is for all warehouses. It replaces the current threshold, and"
              + " the existing stock is checked at once. A threshold file replaces it if it is for"
              + " a later day, or for the same day in UTC and uploaded later.")
  @ApiResponse(
      responseCode = "200",
      description = "The threshold.",
      content =
          @Content(
              mediaType = Doc.JSON,
              schema = @Schema(implementation = ThresholdBody.class),
              examples = @ExampleObject(name = "Threshold", ref = Doc.EXAMPLES + "Threshold")))
  @Doc.Errors
  @Put
  ThresholdBody set(HttpRequest<?> request, @Nullable @Body ThresholdRequest body) {
    ThresholdRequest threshold = ThresholdRequest.of(body);
    return ThresholdBody.of(
        decisions.set(
            threshold.scope(),
            threshold.rule(),
            User.decision(request, clock.instant(), threshold.note())));
  }

  @Operation(
      operationId = "removeThreshold",
      summary = "Removes the threshold of an item",
      description =
          "Without `warehouse` it is the one for all warehouses. The item's own threshold applies"
              + " again, or the default, and the existing stock is checked at once.")
  @ApiResponse(
      responseCode = "200",
      description = "The statement that removed the threshold, now or earlier.",
      content =
          @Content(
              mediaType = Doc.JSON,
              schema = @Schema(implementation = ThresholdBody.class),
              examples =
                  @ExampleObject(
                      name = "RemovedThreshold",
                      ref = Doc.EXAMPLES + "RemovedThreshold")))
  @Doc.Named
  @Doc.Errors
  @Delete(consumes = "*/*")
  ThresholdBody remove(
      HttpRequest<?> request,
      @Doc.ItemId @QueryValue String itemId,
      @Doc.Warehouse @Nullable @QueryValue String warehouse,
      @Doc.Note @Nullable @QueryValue String note) {
    AlertId scope =
        new AlertId(
            Parameters.name("itemId", itemId), Parameters.optionalName("warehouse", warehouse));
    return ThresholdBody.of(decisions.remove(scope, User.decision(request, clock.instant(), note)));
  }
}
