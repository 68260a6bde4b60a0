package inventory.reporting.http.webhooks;

import inventory.model.AlertRecord.Decision;
import inventory.model.webhook.WebhookDelivery;
import inventory.model.webhook.WebhookDelivery.Attempt;
import inventory.model.webhook.WebhookDelivery.State;
import inventory.reporting.http.Texts;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.Optional;

/**
 * A delivery. {@code id} is the id of the event, and the header {@code webhook-id} of its messages.
 * {@code responseStatus} is null if there was no response; {@code response} then says why.
 */
@Serdeable
record DeliveryBody(
    String id,
    String type,
    String subject,
    String text,
    State state,
    Instant time,
    int attempts,
    @Nullable Instant nextAttemptAt,
    @Nullable Instant lastAttemptAt,
    @Nullable Integer responseStatus,
    @Nullable String response,
    @Nullable Instant redrivenAt,
    @Nullable String redrivenBy,
    @Nullable String redrivenNote) {

  static DeliveryBody of(WebhookDelivery delivery) {
    Optional<Attempt> last = delivery.lastAttempt();
    return new DeliveryBody(
        delivery.event().id(),
        delivery.event().type().wireName(),
        delivery.event().subject(),
        delivery.event().text(),
        delivery.state(),
        delivery.event().time(),
        delivery.attempts(),
        delivery.state() == State.PENDING ? delivery.nextAttempt() : null,
        last.map(Attempt::at).orElse(null),
        last.flatMap(Attempt::status).orElse(null),
        last.map(Attempt::answer).orElse(null),
        delivery.redriven().map(Decision::at).orElse(null),
        Texts.orNull(delivery.redriven().map(Decision::by)),
        Texts.orNull(delivery.redriven().map(Decision::note)));
  }
}
