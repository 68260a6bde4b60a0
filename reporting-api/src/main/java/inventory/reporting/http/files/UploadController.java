package inventory.reporting.http.files;

import inventory.reporting.domain.files.Uploads;
import inventory.reporting.http.Paths;
import inventory.reporting.http.User;
import inventory.reporting.http.openapi.Doc;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
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

/** Lets browsers upload files. */
@Controller(Paths.UPLOADS)
@ExecuteOn(TaskExecutors.IO)
final class UploadController {

  private final Uploads uploads;
  private final UploadRules rules;
  private final Clock clock;

  UploadController(Uploads uploads, UploadRules rules, Clock clock) {
    this.uploads = uploads;
    this.rules = rules;
    this.clock = clock;
  }

  @Operation(operationId = "upload", summary = "Requests an upload URL, valid for 15 minutes")
  @ApiResponse(
      responseCode = "201",
      description = "The request that uploads the file.",
      content =
          @Content(
              mediaType = Doc.JSON,
              schema = @Schema(implementation = UploadBody.class),
              examples = @ExampleObject(name = "Upload", ref = Doc.EXAMPLES + "Upload")))
  @Doc.Errors
  @Post
  @Status(HttpStatus.CREATED)
  UploadBody open(
      HttpRequest<?> http,
      @Doc.Note @Nullable @QueryValue String note,
      @Nullable @Body UploadRequest body) {
    UploadRequest request = body == null ? new UploadRequest(null, null) : body;
    return UploadBody.of(
        uploads.open(
            rules.name(request.name()),
            rules.size(request.size()),
            User.decision(http, clock.instant(), note)));
  }
}
