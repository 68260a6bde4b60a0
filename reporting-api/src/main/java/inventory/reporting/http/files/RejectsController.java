package inventory.reporting.http.files;

import inventory.reporting.domain.NoSuchRecordException;
import inventory.reporting.domain.files.FileRecords;
import inventory.reporting.domain.files.InboxFiles;
import inventory.reporting.http.Attachments;
import inventory.reporting.http.Paths;
import inventory.reporting.http.openapi.Doc;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.server.types.files.StreamedFile;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.time.Clock;

/** Serves the rejects file of a file, to be corrected and uploaded again. */
@Controller(Paths.FILES + "/{id}/rejects")
@ExecuteOn(TaskExecutors.IO)
final class RejectsController {

  private final FileRecords files;
  private final InboxFiles rejects;
  private final Clock clock;

  RejectsController(FileRecords files, InboxFiles rejects, Clock clock) {
    this.files = files;
    this.rejects = rejects;
    this.clock = clock;
  }

  @Operation(
      operationId = "rejects",
      summary = "Downloads the rejected rows of a file, to be corrected and uploaded again")
  @ApiResponse(
      responseCode = "200",
      description = "Rows as text, thresholds as JSON, events as lines of JSON.",
      content =
          @Content(
              mediaType = "*/*",
              schema = @Schema(implementation = String.class),
              examples = @ExampleObject(name = "Rejects", ref = Doc.EXAMPLES + "Rejects")))
  @Doc.Named
  @Doc.Errors
  @Get
  @Produces(MediaType.ALL)
  StreamedFile rejects(@Doc.FileId @PathVariable String id) {
    String key =
        FileIds.require(files, id)
            .rejectsKey()
            .orElseThrow(() -> new NoSuchRecordException("rejects file of the file", id));
    return Attachments.open(rejects, "rejects file", key, clock);
  }
}
