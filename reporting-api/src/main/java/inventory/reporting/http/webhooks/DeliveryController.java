package inventory.reporting.http.webhooks;

import inventory.model.resource.Access;
import inventory.model.webhook.WebhookDelivery.State;
import inventory.reporting.domain.Page;
import inventory.reporting.domain.webhooks.Webhooks;
import inventory.reporting.http.CursorFormat;
import inventory.reporting.http.Cursors;
import inventory.reporting.http.ListRequest;
import inventory.reporting.http.Parameters;
import inventory.reporting.http.Paths;
import inventory.reporting.http.User;
import inventory.reporting.http.openapi.Doc;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Lists the deliveries to webhook endpoints, and sends them again. */
@Controller(Paths.WEBHOOKS + "/{id}/deliveries")
@ExecuteOn(TaskExecutors.IO)
@Secured(Access.OPERATOR)
final class DeliveryController {

  private static final CursorFormat<String> CURSOR = CursorFormat.ofText();

  private final Webhooks webhooks;
  private final Cursors cursors;
  private final Clock clock;

  DeliveryController(Webhooks webhooks, Cursors cursors, Clock clock) {
    this.webhooks = webhooks;
    this.cursors = cursors;
    this.clock = clock;
  }

  @Operation(
      operationId = "webhookDeliveries",
      summary = "Lists the deliveries to a webhook endpoint, for operators")
  @ApiResponse(
      responseCode = "200",
      description = "A page of the deliveries of 30 days, the newest event first.",
      content =
          @Content(
              mediaType = Doc.JSON,
              schema = @Schema(implementation = DeliveriesBody.class),
              examples =
                  @ExampleObject(
                      name = "WebhookDeliveries",
                      ref = Doc.EXAMPLES + "WebhookDeliveries")))
  @Doc.Tagged
  @Doc.Named
  @Doc.Errors
  @Get
  DeliveriesBody list(
      HttpRequest<?> request,
      @Doc.WebhookId @PathVariable String id,
      @Parameter(
              description = "Lists only deliveries in this state.",
              schema =
                  @Schema(
                      type = "string",
                      allowableValues = {"PENDING", "DELIVERED", "FAILED"}))
          @Nullable
          @QueryValue
          String state,
      @Doc.Limit @Nullable @QueryValue String limit,
      @Doc.Cursor @Nullable @QueryValue String cursor) {
    Optional<State> inState = Parameters.oneOf("state", State.class, state);
    List<String> query = List.of("webhook-deliveries", id, inState.map(State::name).orElse(""));
    ListRequest<String> list = ListRequest.of(request, limit, cursor, cursors, query, CURSOR);
    Page<DeliveryBody, String> page =
        webhooks.deliveries(id, inState, list.limit(), list.after()).map(DeliveryBody::of);
    return new DeliveriesBody(page.entries(), page.next().map(list.cursor()).orElse(null));
  }

  @Operation(
      operationId = "redriveWebhookDelivery",
      summary = "Sends an event to a webhook endpoint again")
  @DeliveryAnswer
  @Doc.Named
  @Doc.Errors
  @Post(uri = "/{deliveryId}/redrive", consumes = "*/*")
  @Status(HttpStatus.ACCEPTED)
  DeliveryBody redrive(
      HttpRequest<?> request,
      @Doc.WebhookId @PathVariable String id,
      @Parameter(
              description = "The delivery's identifier.",
              example = "20260215T110008000000000Z-0123456789abcdef",
              schema = @Schema(type = "string", pattern = "^[0-9]{8}T[0-9]{15}Z-[0-9a-f]{16}$"))
          @PathVariable
          String deliveryId,
      @Doc.Note @Nullable @QueryValue String note) {
    return DeliveryBody.of(
        webhooks.redrive(id, deliveryId, User.decision(request, clock.instant(), note)));
  }
}
