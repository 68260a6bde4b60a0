package inventory.reporting.http.previews;

import inventory.model.inbox.Upload;
import inventory.model.resource.Access;
import inventory.model.resource.Inbox;
import inventory.reporting.domain.previews.ReceivedContent;
import inventory.reporting.domain.previews.StockPreviews;
import inventory.reporting.http.Paths;
import inventory.reporting.http.openapi.Doc;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.exceptions.HttpStatusException;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.time.Clock;
import java.time.Instant;

/** Previews files: what would be rejected, which levels would change, who would be notified. */
@Controller(Paths.PREVIEWS)
@ExecuteOn(TaskExecutors.IO)
final class PreviewController {

  /** The largest file; with API Gateway, a request may have 6 MB in Base64. */
  static final int MAX_BYTES = 4 << 20;

  private final StockPreviews previews;
  private final Clock clock;

  PreviewController(StockPreviews previews, Clock clock) {
    this.previews = previews;
    this.clock = clock;
  }

  @Operation(
      operationId = "preview",
      summary = "Previews a stock file: what it would do, if it were uploaded now",
      description =
          "The body is the file, at most 4 MB, about at most 10,000 items in warehouses (1,000"
              + " items, if alerts are on totals). Nothing is written.")
  @ApiResponse(
      responseCode = "200",
      description = "What the file would do.",
      content =
          @Content(
              mediaType = Doc.JSON,
              schema = @Schema(implementation = PreviewBody.class),
              examples = @ExampleObject(name = "Preview", ref = Doc.EXAMPLES + "Preview")))
  @Doc.Errors
  @Post(consumes = "*/*")
  @Secured({Access.VIEWER, Access.OPERATOR})
  PreviewBody preview(
      @RequestBody(
              required = true,
              content =
                  @Content(
                      mediaType = "text/csv",
                      schema = @Schema(type = "string", format = "binary")))
          @Body
          byte[] body) {
    if (body.length > MAX_BYTES) {
      throw new HttpStatusException(
          HttpStatus.REQUEST_ENTITY_TOO_LARGE,
          "The file has %d bytes; a preview reads at most %d. Preview a part of it, or upload it."
              .formatted(body.length, MAX_BYTES));
    }
    Instant now = clock.instant();
    Upload upload =
        new Upload(Inbox.transactions(now, "preview"), "preview", false, body.length, now);
    return PreviewBody.of(previews.preview(upload, new ReceivedContent(body)));
  }
}
