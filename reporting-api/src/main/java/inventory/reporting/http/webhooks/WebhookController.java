package inventory.reporting.http.webhooks;

import inventory.model.AlertRecord.Decision;
import inventory.model.resource.Access;
import inventory.reporting.domain.webhooks.Webhooks;
import inventory.reporting.http.Paths;
import inventory.reporting.http.User;
import inventory.reporting.http.openapi.Doc;
import inventory.reporting.http.problems.BadParameterException;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.time.Clock;
import java.time.temporal.ChronoUnit;

/** Manages webhook endpoints. Viewers see none of it, since URLs of chat services are secrets. */
@Controller(Paths.WEBHOOKS)
@ExecuteOn(TaskExecutors.IO)
@Secured(Access.OPERATOR)
final class WebhookController {

  private final Webhooks webhooks;
  private final WebhookRules rules;
  private final Clock clock;

  WebhookController(Webhooks webhooks, WebhookRules rules, Clock clock) {
    this.webhooks = webhooks;
    this.rules = rules;
    this.clock = clock;
  }

  @Operation(operationId = "webhooks", summary = "Lists webhook endpoints, for operators")
  @ApiResponse(
      responseCode = "200",
      description = "All endpoints, the oldest first.",
      content =
          @Content(
              mediaType = Doc.JSON,
              schema = @Schema(implementation = WebhooksBody.class),
              examples = @ExampleObject(name = "Webhooks", ref = Doc.EXAMPLES + "Webhooks")))
  @Doc.Tagged
  @Doc.Errors
  @Get
  WebhooksBody list() {
    return new WebhooksBody(webhooks.list().stream().map(WebhookBody::of).toList());
  }

  @Operation(operationId = "addWebhook", summary = "Adds a webhook endpoint")
  @ApiResponse(
      responseCode = "201",
      description = "The endpoint, and its secret, which no later answer contains.",
      content =
          @Content(
              mediaType = Doc.JSON,
              schema = @Schema(implementation = SecretBody.class),
              examples =
                  @ExampleObject(name = "WebhookSecret", ref = Doc.EXAMPLES + "WebhookSecret")))
  @ApiResponse(responseCode = "409", ref = Doc.RESPONSES + "Conflict")
  @Doc.Errors
  @Post
  @Status(HttpStatus.CREATED)
  SecretBody add(
      HttpRequest<?> http,
      @Doc.Note @Nullable @QueryValue String note,
      @Nullable @Body WebhookRequest body) {
    WebhookRequest request = body == null ? WebhookRequest.EMPTY : body;
    return SecretBody.of(
        webhooks.create(
            rules.url(request.url()),
            rules.format(request.format()),
            rules.filter(request),
            rules.description(request.description()),
            decision(http, note)));
  }

  @Operation(operationId = "webhook", summary = "Gets a webhook endpoint, for operators")
  @WebhookAnswer
  @Doc.Tagged
  @Doc.Named
  @Doc.Errors
  @Get("/{id}")
  WebhookBody get(@Doc.WebhookId @PathVariable String id) {
    return WebhookBody.of(webhooks.find(id));
  }

  @Operation(operationId = "changeWebhook", summary = "Enables or disables a webhook endpoint")
  @WebhookAnswer
  @Doc.Named
  @Doc.Errors
  @Patch("/{id}")
  WebhookBody change(
      HttpRequest<?> request,
      @Doc.WebhookId @PathVariable String id,
      @Doc.Note @Nullable @QueryValue String note,
      @Nullable @Body WebhookChange body) {
    Object enabled = body == null ? null : body.enabled();
    if (enabled instanceof Boolean value) {
      return WebhookBody.of(webhooks.setEnabled(id, value, decision(request, note)));
    }
    throw new BadParameterException("enabled", String.valueOf(enabled), "true or false");
  }

  @Operation(operationId = "deleteWebhook", summary = "Deletes a webhook endpoint")
  @ApiResponse(responseCode = "204", description = "There is no such endpoint any more.")
  @Doc.Named
  @Doc.Errors
  @Delete(uri = "/{id}", consumes = "*/*")
  @Status(HttpStatus.NO_CONTENT)
  void delete(
      HttpRequest<?> request,
      @Doc.WebhookId @PathVariable String id,
      @Doc.Note @Nullable @QueryValue String note) {
    webhooks.delete(id, decision(request, note));
  }

  @Operation(
      operationId = "rotateWebhookSecret",
      summary = "Replaces the secret of a webhook endpoint; for a day both sign")
  @ApiResponse(
      responseCode = "200",
      description = "The endpoint, and its new secret, which no later answer contains.",
      content =
          @Content(
              mediaType = Doc.JSON,
              schema = @Schema(implementation = SecretBody.class),
              examples =
                  @ExampleObject(name = "WebhookSecret", ref = Doc.EXAMPLES + "WebhookSecret")))
  @Doc.Named
  @Doc.Errors
  @Post(uri = "/{id}/secret", consumes = "*/*")
  SecretBody rotate(
      HttpRequest<?> request,
      @Doc.WebhookId @PathVariable String id,
      @Doc.Note @Nullable @QueryValue String note) {
    return SecretBody.of(webhooks.rotate(id, decision(request, note)));
  }

  @Operation(operationId = "testWebhook", summary = "Sends a test to a webhook endpoint")
  @DeliveryAnswer
  @Doc.Named
  @Doc.Errors
  @Post(uri = "/{id}/test", consumes = "*/*")
  @Status(HttpStatus.ACCEPTED)
  DeliveryBody test(
      HttpRequest<?> request,
      @Doc.WebhookId @PathVariable String id,
      @Doc.Note @Nullable @QueryValue String note) {
    return DeliveryBody.of(webhooks.test(id, decision(request, note)));
  }

  private Decision decision(HttpRequest<?> request, @Nullable String note) {
    return User.decision(request, clock.instant().truncatedTo(ChronoUnit.MILLIS), note);
  }
}
