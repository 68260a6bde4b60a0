package inventory.reporting.http.files;

import inventory.model.table.FileItem;
import inventory.reporting.domain.files.FileRecords;
import inventory.reporting.domain.files.Releases;
import inventory.reporting.http.Paths;
import inventory.reporting.http.User;
import inventory.reporting.http.openapi.Doc;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
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

/** Releases held files and duplicates (requirement I5). */
@Controller(Paths.FILES + "/{id}/release")
@ExecuteOn(TaskExecutors.IO)
final class ReleaseController {

  private final FileRecords files;
  private final Releases releases;
  private final Clock clock;

  ReleaseController(FileRecords files, Releases releases, Clock clock) {
    this.files = files;
    this.releases = releases;
    this.clock = clock;
  }

  @Operation(
      operationId = "release",
      summary = "Releases a held file or a duplicate, so it is applied")
  @ApiResponse(
      responseCode = "202",
      description = "The file. It will be applied soon.",
      content =
          @Content(
              mediaType = Doc.JSON,
              schema = @Schema(implementation = FileBody.class),
              examples = @ExampleObject(name = "HeldFile", ref = Doc.EXAMPLES + "HeldFile")))
  @Doc.Named
  @ApiResponse(responseCode = "409", ref = "#/components/responses/Conflict")
  @Doc.Errors
  // The path says everything. A body of any type is ignored.
  @Post(consumes = "*/*")
  @Status(HttpStatus.ACCEPTED)
  FileBody release(
      HttpRequest<?> request,
      @Doc.FileId @PathVariable String id,
      @Doc.Note @Nullable @QueryValue String note) {
    FileItem file = FileIds.require(files, id);
    releases.release(file, User.decision(request, clock.instant(), note));
    return FileBody.of(file);
  }
}
