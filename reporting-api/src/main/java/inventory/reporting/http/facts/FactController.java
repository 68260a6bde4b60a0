package inventory.reporting.http.facts;

import inventory.model.resource.Access;
import inventory.reporting.domain.NoSuchRecordException;
import inventory.reporting.domain.facts.FactEntry;
import inventory.reporting.domain.facts.FactRecords.Found;
import inventory.reporting.domain.facts.FactRequest;
import inventory.reporting.domain.facts.Facts;
import inventory.reporting.http.Paths;
import inventory.reporting.http.User;
import inventory.reporting.http.openapi.Doc;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.regex.Pattern;

/** States facts, and reports what became of them. */
@Controller(Paths.FACTS)
@ExecuteOn(TaskExecutors.IO)
final class FactController {

  private static final Pattern ID = Pattern.compile("[0-9a-f]{32}");
  private final Facts facts;
  private final FactReader reader;
  private final Clock clock;

  FactController(Facts facts, FactReader reader, Clock clock) {
    this.facts = facts;
    this.reader = reader;
    this.clock = clock;
  }

  @Operation(
      operationId = "stateFacts",
      summary = "States up to 500 changes and counts",
      description =
          "Each entry is accepted or rejected by itself. Accepted entries are applied within"
              + " seconds, each once, whatever is repeated. A repeated request with the same"
              + " `Idempotency-Key` gets the same answer for 30 days; with another body it is"
              + " a 409. After a timeout, a 503 or a lost answer, repeat the request with its key.")
  @Parameter(
      name = IdempotencyKey.HEADER,
      in = ParameterIn.HEADER,
      required = true,
      description =
          "A key that the client uses for this request only, the same for each attempt: 1 to 255"
              + " visible ASCII characters, such as a UUID, with or without quotes.",
      example = "8e03978e-40d5-43e8-bc93-6894a57f9324",
      schema = @Schema(type = "string", minLength = 1, maxLength = 257))
  @ApiResponse(
      responseCode = "202",
      description = "The request is on record, and its accepted entries are in the queue.",
      content =
          @Content(
              mediaType = Doc.JSON,
              schema = @Schema(implementation = FactsBody.class),
              examples = @ExampleObject(name = "StatedFacts", ref = Doc.EXAMPLES + "StatedFacts")))
  @ApiResponse(responseCode = "409", ref = Doc.RESPONSES + "Conflict")
  @Doc.Errors
  @Post
  @Secured({Access.WRITER, Access.OPERATOR})
  HttpResponse<FactsBody> state(
      HttpRequest<?> request,
      @RequestBody(
              required = true,
              content =
                  @Content(
                      mediaType = Doc.JSON,
                      schema = @Schema(implementation = FactsRequest.class),
                      examples = @ExampleObject(name = "Facts", ref = Doc.EXAMPLES + "Facts")))
          @Body
          byte[] body) {
    String key = IdempotencyKey.of(request.getHeaders().getAll(IdempotencyKey.HEADER));
    List<FactEntry> entries = reader.read(body);
    FactRequest stated = facts.state(User.of(request), key, body, entries, clock.instant());
    return HttpResponse.accepted(URI.create(Paths.FACTS + "/" + stated.id()))
        .body(FactsBody.of(stated, entries));
  }

  @Operation(
      operationId = "statedFacts",
      summary = "Reports what became of stated facts",
      description =
          "For 30 days. A client that may not read reports sees its own requests only. An entry"
              + " that stays pending for minutes is in the dead-letter queue of events.")
  @ApiResponse(
      responseCode = "200",
      description = "The request and the outcome of each entry.",
      content =
          @Content(
              mediaType = Doc.JSON,
              schema = @Schema(implementation = FactOutcomesBody.class),
              examples =
                  @ExampleObject(name = "FactOutcomes", ref = Doc.EXAMPLES + "FactOutcomes")))
  @Doc.Tagged
  @Doc.Named
  @Doc.Errors
  @Get("/{id}")
  @Secured({Access.VIEWER, Access.WRITER, Access.OPERATOR})
  FactOutcomesBody outcomes(
      HttpRequest<?> request,
      @Parameter(
              description = "The `id` in the answer to the request.",
              example = "0123456789abcdef0123456789abcdef",
              schema = @Schema(type = "string", pattern = "^[0-9a-f]{32}$"))
          @PathVariable
          String id) {
    if (!ID.matcher(id).matches()) {
      throw new NoSuchRecordException("request", id);
    }
    Found found = facts.find(id);
    boolean isOwn = found.request().client().equals(User.of(request));
    if (!isOwn && !User.isOneOf(request, Access.VIEWER, Access.OPERATOR)) {
      throw new NoSuchRecordException("request", id);
    }
    return FactOutcomesBody.of(
        found.request(), facts.outcomes(found, reader.read(found.request().body())));
  }
}
