package inventory.reporting.http;

import inventory.model.FileKind;
import inventory.model.FileStatus;
import inventory.reporting.domain.FileRecord;
import inventory.reporting.domain.FileRecords;
import inventory.reporting.domain.Page;
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
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** The files and what became of them (requirement R5). */
@Controller(Paths.FILES)
@ExecuteOn(TaskExecutors.IO)
final class FileController {

  private final FileRecords files;
  private final Cursors cursors;
  private final Clock clock;

  FileController(FileRecords files, Cursors cursors, Clock clock) {
    this.files = files;
    this.cursors = cursors;
    this.clock = clock;
  }

  @Operation(operationId = "files", summary = "The files of a day, the newest first")
  @ApiResponse(
      responseCode = "200",
      description = "A page of the files, or all of them as CSV.",
      content = {
        @Content(
            mediaType = Doc.JSON,
            schema = @Schema(implementation = FilesBody.class),
            examples = @ExampleObject(name = "Files", ref = Doc.EXAMPLES + "Files")),
        @Content(
            mediaType = Csv.MEDIA_TYPE,
            schema = @Schema(implementation = String.class),
            examples = @ExampleObject(name = "FilesCsv", ref = Doc.EXAMPLES + "FilesCsv"))
      })
  @Doc.Tagged
  @Doc.Errors
  @Get(produces = {MediaType.APPLICATION_JSON, Csv.MEDIA_TYPE})
  HttpResponse<?> ofDay(
      HttpRequest<?> request,
      @Parameter(
              description = "The day in UTC; today if absent.",
              example = "2026-02-15",
              schema = @Schema(type = "string", format = "date"))
          @Nullable
          @QueryValue
          String date,
      @Parameter(
              description = "Only files with this status.",
              schema =
                  @Schema(
                      type = "string",
                      allowableValues = {
                        "RECEIVED",
                        "PROCESSING",
                        "APPLIED",
                        "PARTIAL",
                        "REJECTED",
                        "DUPLICATE",
                        "HELD"
                      }))
          @Nullable
          @QueryValue
          String status,
      @Parameter(
              description = "Only files of this kind.",
              schema =
                  @Schema(
                      type = "string",
                      allowableValues = {
                        "TRANSACTIONS",
                        "COUNT",
                        "THRESHOLDS",
                        "EVENTS",
                        "UNKNOWN"
                      }))
          @Nullable
          @QueryValue
          String kind,
      @Doc.Limit @Nullable @QueryValue String limit,
      @Doc.Cursor @Nullable @QueryValue String cursor) {
    Optional<LocalDate> asked = Parameters.date(date);
    Optional<FileStatus> withStatus = Parameters.oneOf("status", FileStatus.class, status);
    Optional<FileKind> ofKind = Parameters.oneOf("kind", FileKind.class, kind);
    List<String> query = List.of("files", text(asked), text(withStatus), text(ofKind));
    Optional<FileRecords.Arrival> before =
        Parameters.given(cursor).map(given -> FileCursors.decode(cursors, query, given));
    LocalDate day = asked.or(() -> before.map(FileController::dayOf)).orElseGet(this::today);
    FileRecords.Filter filter = new FileRecords.Filter(day, withStatus, ofKind);
    int size = Parameters.limit(limit);
    if (Csv.isAsked(request)) {
      return Csv.answer(
          "files-" + day + ".csv",
          FileBody.COLUMNS,
          before,
          place -> portion(filter, Csv.PORTION, place));
    }
    Portion<FileBody, FileRecords.Arrival> portion = portion(filter, size, before);
    String next = portion.next().map(last -> FileCursors.encode(cursors, query, last)).orElse(null);
    return HttpResponse.ok(new FilesBody(day, portion.entries(), next));
  }

  private Portion<FileBody, FileRecords.Arrival> portion(
      FileRecords.Filter filter, int limit, Optional<FileRecords.Arrival> before) {
    Page<FileRecord> page = files.ofDay(filter, limit, before);
    return new Portion<>(
        page.entries().stream().map(FileBody::of).toList(),
        page.next().map(last -> new FileRecords.Arrival(last.receivedAt(), last.id())));
  }

  /** Who turns the pages of a day over midnight stays in that day. */
  private static LocalDate dayOf(FileRecords.Arrival arrival) {
    return LocalDate.ofInstant(arrival.receivedAt(), ZoneOffset.UTC);
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }

  private static String text(Optional<?> value) {
    return value.map(Object::toString).orElse("");
  }

  @Operation(operationId = "file", summary = "What became of a file")
  @ApiResponse(
      responseCode = "200",
      description = "The file's record.",
      content =
          @Content(
              mediaType = Doc.JSON,
              schema = @Schema(implementation = FileBody.class),
              examples = @ExampleObject(name = "File", ref = Doc.EXAMPLES + "File")))
  @Doc.Tagged
  @Doc.Named
  @Doc.Errors
  @Get("/{id}")
  FileBody file(@Doc.FileId @PathVariable String id) {
    return FileBody.of(FileIds.require(files, id));
  }
}
