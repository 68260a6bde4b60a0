package inventory.reporting.http;

import inventory.reporting.domain.InboxFiles;
import inventory.reporting.domain.NoSuchRecordException;
import inventory.reporting.domain.Page;
import inventory.reporting.domain.ValidationRun;
import inventory.reporting.domain.ValidationRuns;
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
import java.util.Optional;

/** The validation runs and what they found (requirement V3). */
@Controller(Paths.VALIDATION_RUNS)
@ExecuteOn(TaskExecutors.IO)
final class RunController {

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

  @Operation(operationId = "validationRuns", summary = "The validation runs, the newest first")
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
    Optional<ValidationRuns.Start> before =
        Parameters.given(cursor).map(given -> RunCursors.decode(cursors, given));
    int size = Parameters.limit(limit);
    if (Csv.isAsked(request)) {
      return Csv.answer(
          "validation-runs.csv", RunBody.COLUMNS, before, place -> portion(Csv.PORTION, place));
    }
    Portion<RunBody, ValidationRuns.Start> portion = portion(size, before);
    String next = portion.next().map(last -> RunCursors.encode(cursors, last)).orElse(null);
    return HttpResponse.ok(new RunsBody(portion.entries(), next));
  }

  private Portion<RunBody, ValidationRuns.Start> portion(
      int limit, Optional<ValidationRuns.Start> before) {
    Page<ValidationRun> page = runs.newestFirst(limit, before);
    return new Portion<>(
        page.entries().stream().map(RunBody::of).toList(),
        page.next().map(last -> new ValidationRuns.Start(last.startedAt(), last.id())));
  }

  @Operation(operationId = "validationRun", summary = "A validation run and what it found")
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

  @Operation(operationId = "findings", summary = "All findings of a validation run")
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
