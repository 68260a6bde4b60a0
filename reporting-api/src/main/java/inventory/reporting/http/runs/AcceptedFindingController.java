package inventory.reporting.http.runs;

import inventory.model.AlertRecord.Decision;
import inventory.reporting.domain.NoSuchRecordException;
import inventory.reporting.domain.runs.FindingDecisions;
import inventory.reporting.domain.runs.ValidationRuns;
import inventory.reporting.http.Csv;
import inventory.reporting.http.CursorFormat;
import inventory.reporting.http.Cursors;
import inventory.reporting.http.ListRequest;
import inventory.reporting.http.Paths;
import inventory.reporting.http.User;
import inventory.reporting.http.openapi.Doc;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.regex.Pattern;

/** Accepts findings of the validation, so that they do not count (requirement V3). */
@Controller(Paths.ACCEPTED_FINDINGS)
@ExecuteOn(TaskExecutors.IO)
final class AcceptedFindingController {

  private static final Pattern ID = Pattern.compile("[0-9a-f]{16}");

  private static final CursorFormat<String> CURSOR = CursorFormat.ofText();

  private final ValidationRuns runs;
  private final FindingDecisions decisions;
  private final Cursors cursors;
  private final Clock clock;

  AcceptedFindingController(
      ValidationRuns runs, FindingDecisions decisions, Cursors cursors, Clock clock) {
    this.runs = runs;
    this.decisions = decisions;
    this.cursors = cursors;
    this.clock = clock;
  }

  @Operation(operationId = "acceptedFindings", summary = "Lists the accepted findings")
  @ApiResponse(
      responseCode = "200",
      description = "A page of the accepted findings by id, or all of them as CSV.",
      content = {
        @Content(
            mediaType = Doc.JSON,
            schema = @Schema(implementation = AcceptedFindingsBody.class),
            examples =
                @ExampleObject(name = "AcceptedFindings", ref = Doc.EXAMPLES + "AcceptedFindings")),
        @Content(
            mediaType = Csv.MEDIA_TYPE,
            schema = @Schema(implementation = String.class),
            examples =
                @ExampleObject(
                    name = "AcceptedFindingsCsv",
                    ref = Doc.EXAMPLES + "AcceptedFindingsCsv"))
      })
  @Doc.Tagged
  @Doc.Errors
  @Get(produces = {MediaType.APPLICATION_JSON, Csv.MEDIA_TYPE})
  HttpResponse<?> list(
      HttpRequest<?> request,
      @Doc.Limit @Nullable @QueryValue String limit,
      @Doc.Cursor @Nullable @QueryValue String cursor) {
    return ListRequest.of(request, limit, cursor, cursors, List.of("accepted-findings"), CURSOR)
        .answer(
            "accepted-findings.csv",
            AcceptedFindingBody.COLUMNS,
            (size, after) -> runs.acceptedFindings(size, after).map(AcceptedFindingBody::of),
            AcceptedFindingsBody::new);
  }

  @Operation(
      operationId = "acceptFinding",
      summary = "Accepts a finding",
      description =
          "Later runs list it as accepted, and do not count it, until the given time. It is"
              + " accepted with its values: if a run finds other values at the same place, that is"
              + " a new finding. It replaces an earlier decision about the same finding.")
  @ApiResponse(
      responseCode = "200",
      description = "The accepted finding.",
      content =
          @Content(
              mediaType = Doc.JSON,
              schema = @Schema(implementation = AcceptedFindingBody.class),
              examples =
                  @ExampleObject(name = "AcceptedFinding", ref = Doc.EXAMPLES + "AcceptedFinding")))
  @Doc.Named
  @Doc.Errors
  @Put("/{id}")
  AcceptedFindingBody accept(
      HttpRequest<?> request,
      @Doc.FindingId @PathVariable String id,
      @Nullable @Body AcceptRequest body) {
    AcceptRequest accept = AcceptRequest.of(body);
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    Decision decision = new Decision(now, User.of(request), accept.why());
    Instant until = accept.until(now);
    return AcceptedFindingBody.of(
        decisions.accept(RunIds.require(runs, accept.run()), require(id), until, decision));
  }

  @Operation(operationId = "withdrawFindingAcceptance", summary = "Makes a finding count again")
  @ApiResponse(responseCode = "204", description = "The finding is not accepted any more.")
  @Doc.Named
  @Doc.Errors
  @Delete(uri = "/{id}", consumes = "*/*")
  @Status(HttpStatus.NO_CONTENT)
  void withdraw(
      HttpRequest<?> request,
      @Doc.FindingId @PathVariable String id,
      @Doc.Note @Nullable @QueryValue String note) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    decisions.withdraw(require(id), User.decision(request, now, note));
  }

  private static String require(String id) {
    if (!ID.matcher(id).matches()) {
      throw new NoSuchRecordException("finding", id);
    }
    return id;
  }
}
