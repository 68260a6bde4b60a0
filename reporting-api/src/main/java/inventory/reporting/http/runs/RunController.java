package inventory.reporting.http.runs;

import inventory.model.Position;
import inventory.reporting.domain.NoSuchRecordException;
import inventory.reporting.domain.files.InboxFiles;
import inventory.reporting.domain.runs.ValidationRuns;
import inventory.reporting.http.Attachments;
import inventory.reporting.http.Csv;
import inventory.reporting.http.CursorFormat;
import inventory.reporting.http.Cursors;
import inventory.reporting.http.ListRequest;
import inventory.reporting.http.Paths;
import inventory.reporting.http.openapi.Doc;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.server.types.files.StreamedFile;
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

/** Reports validation runs and their findings (requirement V3). */
@Controller(Paths.VALIDATION_RUNS)
@ExecuteOn(TaskExecutors.IO)
final class RunController {

  private static final CursorFormat<ValidationRuns.PagePosition> CURSOR =
      new CursorFormat<>(
          2,
          last -> List.of(Position.time(last.startedAt()), last.runId()),
          parts -> new ValidationRuns.PagePosition(Instant.parse(parts.get(0)), parts.get(1)));

  private final ValidationRuns runs;
  private final InboxFiles files;
  private final Cursors cursors;
  private final Clock clock;

  RunController(ValidationRuns runs, InboxFiles files, Cursors cursors, Clock clock) {
    this.runs = runs;
    this.files = files;
    this.cursors = cursors;
    this.clock = clock;
  }

  @Operation(operationId = "validationRuns", summary = "Lists validation runs, newest first")
  @ApiResponse(
      responseCode = "200",
      description = "A page of the runs, or all of them as CSV.",
      content = {
        @Content(
            mediaType = Doc.JSON,
            schema = @Schema(implementation = RunsBody.class),
            examples = @ExampleObject(name = "Runs", ref = Doc.EXAMPLES + "Runs")),
        @Content(
            mediaType = Csv.MEDIA_TYPE,
            schema = @Schema(implementation = String.class),
            examples = @ExampleObject(name = "RunsCsv", ref = Doc.EXAMPLES + "RunsCsv"))
      })
  @Doc.Tagged
  @Doc.Errors
  @Get(produces = {MediaType.APPLICATION_JSON, Csv.MEDIA_TYPE})
  HttpResponse<?> newestFirst(
      HttpRequest<?> request,
      @Doc.Limit @Nullable @QueryValue String limit,
      @Doc.Cursor @Nullable @QueryValue String cursor) {
    return ListRequest.of(request, limit, cursor, cursors, List.of("validation-runs"), CURSOR)
        .answer(
            "validation-runs.csv",
            RunBody.COLUMNS,
            (size, after) -> runs.newestFirst(size, after).map(RunBody::of),
            RunsBody::new);
  }

  @Operation(
      operationId = "validationRun",
      summary = "Gets a validation run and its worst findings")
  @ApiResponse(
      responseCode = "200",
      description = "The run.",
      content =
          @Content(
              mediaType = Doc.JSON,
              schema = @Schema(implementation = RunBody.class),
              examples = @ExampleObject(name = "Run", ref = Doc.EXAMPLES + "Run")))
  @Doc.Tagged
  @Doc.Named
  @Doc.Errors
  @Get("/{id}")
  RunBody run(@Doc.RunId @PathVariable String id) {
    return RunBody.of(RunIds.require(runs, id));
  }

  @Operation(operationId = "findings", summary = "Downloads all findings of a validation run")
  @ApiResponse(
      responseCode = "200",
      description = "The findings as CSV.",
      content =
          @Content(
              mediaType = Csv.MEDIA_TYPE,
              schema = @Schema(implementation = String.class),
              examples = @ExampleObject(name = "Findings", ref = Doc.EXAMPLES + "Findings")))
  @Doc.Named
  @Doc.Errors
  @Get("/{id}/findings")
  @Produces(MediaType.ALL)
  StreamedFile findings(@Doc.RunId @PathVariable String id) {
    String key =
        RunIds.require(runs, id)
            .findingsKey()
            .orElseThrow(() -> new NoSuchRecordException("findings file of the run", id));
    return Attachments.open(files, "findings file", key, clock);
  }
}
