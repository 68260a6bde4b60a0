package inventory.reporting.http.recipients;

import inventory.model.recipients.InvalidRecipientsException;
import inventory.model.recipients.RecipientDocument;
import inventory.model.recipients.RecipientDocuments;
import inventory.model.recipients.RecipientRules;
import inventory.reporting.domain.recipients.StaleRecipientsException;
import inventory.reporting.http.Parameters;
import inventory.reporting.http.Paths;
import inventory.reporting.http.User;
import inventory.reporting.http.openapi.Doc;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.exceptions.HttpStatusException;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** Reads and sets the rules that say who is notified of low stock (requirement A8). */
@Controller(Paths.RECIPIENTS)
@ExecuteOn(TaskExecutors.IO)
final class RecipientsController {

  private static final int SHOWN_PROBLEMS = 20;

  private final RecipientDocuments documents;
  private final Clock clock;

  RecipientsController(RecipientDocuments documents, Clock clock) {
    this.documents = documents;
    this.clock = clock;
  }

  @Operation(operationId = "recipients", summary = "Reports who is notified of low stock")
  @ApiResponse(
      responseCode = "200",
      description = "The rules. Stock that no rule is about goes to purchasing.",
      content =
          @Content(
              mediaType = Doc.JSON,
              schema = @Schema(implementation = RecipientsBody.class),
              examples = @ExampleObject(name = "Recipients", ref = Doc.EXAMPLES + "Recipients")))
  @Doc.Tagged
  @Doc.Errors
  @Get
  RecipientsBody find() {
    return documents
        .find()
        .map(document -> RecipientsBody.of(document, document.rules()))
        .orElse(RecipientsBody.NONE);
  }

  @Operation(
      operationId = "setRecipients",
      summary = "Replaces all rules about who is notified of low stock")
  @ApiResponse(
      responseCode = "200",
      description = "The rules that are set. They take effect within seconds.",
      content =
          @Content(
              mediaType = Doc.JSON,
              schema = @Schema(implementation = RecipientsBody.class),
              examples = @ExampleObject(name = "Recipients", ref = Doc.EXAMPLES + "Recipients")))
  @ApiResponse(responseCode = "409", ref = Doc.RESPONSES + "Conflict")
  @Doc.Errors
  @Put
  RecipientsBody set(
      HttpRequest<?> request,
      @Parameter(
              description =
                  "The `version` that was read. If another one is current, nothing changes, and the"
                      + " status is 409. Default: the current one is replaced, whatever it is.",
              schema = @Schema(type = "string", minLength = 1, maxLength = 200))
          @Nullable
          @QueryValue
          String version,
      @RequestBody(
              content =
                  @Content(
                      mediaType = Doc.JSON,
                      schema = @Schema(implementation = RecipientsRequest.class)))
          @Nullable
          @Body
          String body) {
    String json = body == null ? "" : body;
    RecipientRules rules = parse(json);
    RecipientDocument document =
        new RecipientDocument(
            json, clock.instant(), User.of(request), UUID.randomUUID().toString());
    Optional<String> read = Parameters.given(version);
    boolean isSet = read.isPresent() ? documents.replace(read, document) : documents.set(document);
    if (!isSet) {
      throw new StaleRecipientsException();
    }
    return RecipientsBody.of(document, rules);
  }

  private static RecipientRules parse(String json) {
    try {
      return RecipientRules.parse(json);
    } catch (InvalidRecipientsException e) {
      int more = e.problems().size() - SHOWN_PROBLEMS;
      throw new HttpStatusException(
          HttpStatus.BAD_REQUEST,
          e.problems().stream()
              .limit(SHOWN_PROBLEMS)
              .map(InvalidRecipientsException.Problem::toString)
              .collect(
                  Collectors.joining(
                      "; ",
                      "The rules are not valid: ",
                      more > 0 ? "; and " + more + " more" : "")));
    }
  }
}
