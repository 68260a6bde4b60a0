package inventory.reporting.http.files;

import inventory.model.FileKind;
import inventory.model.FileStatus;
import inventory.model.Position;
import inventory.reporting.domain.files.FileRecords;
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
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** Reports files and their status (requirement R5). */
@Controller(Paths.FILES)
@ExecuteOn(TaskExecutors.IO)
final class FileController {

  private static final CursorFormat<FileRecords.PagePosition> CURSOR =
      new CursorFormat<>(
          2,
          last -> List.of(Position.time(last.receivedAt()), last.fileId()),
          parts -> new FileRecords.PagePosition(Instant.parse(parts.get(0)), parts.get(1)));

  private final FileRecords files;
  private final Cursors cursors;
  private final Clock clock;

  FileController(FileRecords files, Cursors cursors, Clock clock) {
    this.files = files;
    this.cursors = cursors;
    this.clock = clock;
  }

  @Operation(operationId = "files", summary = "Lists the files of a day, newest first")
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
              description = "The day, in UTC. Default: today.",
              example = "2026-02-15",
              schema = @Schema(type = "string", format = "date"))
          @Nullable
          @QueryValue
          String date,
      @Parameter(
              description = "Lists only files with this status.",
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
              description = "Lists only files of this kind.",
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
    ListRequest<FileRecords.PagePosition> list =
        ListRequest.of(request, limit, cursor, cursors, query, CURSOR);
    // A list of today that is read past midnight stays on its day.
    LocalDate day = asked.or(() -> list.after().map(FileController::dayOf)).orElseGet(this::today);
    FileRecords.Filter filter = new FileRecords.Filter(day, withStatus, ofKind);
    return list.answer(
        "files-" + day + ".csv",
        FileBody.COLUMNS,
        (size, after) -> files.ofDay(filter, size, after).map(FileBody::of),
        (entries, next) -> new FilesBody(day, entries, next));
  }

  private static LocalDate dayOf(FileRecords.PagePosition position) {
    return LocalDate.ofInstant(position.receivedAt(), ZoneOffset.UTC);
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }

  private static String text(Optional<?> value) {
    return value.map(Object::toString).orElse("");
  }

  @Operation(operationId = "file", summary = "Gets a file and its status")
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
