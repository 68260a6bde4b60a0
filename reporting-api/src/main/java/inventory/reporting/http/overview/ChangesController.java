package inventory.reporting.http.overview;

import inventory.reporting.domain.CachedValue;
import inventory.reporting.domain.overview.Counters;
import inventory.reporting.http.Paths;
import inventory.reporting.http.openapi.Doc;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.time.Duration;

/**
 * Reports whether anything changed, so clients need not read again what is the same. An instance
 * reads one record of half a read unit, at most twice a second, however many clients poll.
 */
@Controller(Paths.CHANGES)
@ExecuteOn(TaskExecutors.IO)
final class ChangesController {

  private static final Duration FRESH = Duration.ofMillis(500);

  private final CachedValue<Long> version;

  ChangesController(Counters counters) {
    version = new CachedValue<>(() -> counters.everything().changes(), System::nanoTime, FRESH);
  }

  @Operation(
      operationId = "changes",
      summary = "Gets a number that changes when levels, alerts, thresholds, files or runs change")
  @ApiResponse(
      responseCode = "200",
      description = "The number. It follows a change within about a second.",
      content =
          @Content(
              mediaType = Doc.JSON,
              schema = @Schema(implementation = ChangesBody.class),
              examples = @ExampleObject(name = "Changes", ref = Doc.EXAMPLES + "Changes")))
  @Doc.Tagged
  @Doc.Errors
  @Get
  ChangesBody changes() {
    return new ChangesBody(version.get());
  }
}
