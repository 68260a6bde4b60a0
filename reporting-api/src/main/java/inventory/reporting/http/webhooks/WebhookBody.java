package inventory.reporting.http.webhooks;

import inventory.model.webhook.WebhookEndpoint;
import inventory.model.webhook.WebhookEndpoint.PreviousSecret;
import inventory.model.webhook.WebhookEventType;
import inventory.reporting.http.Texts;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * An endpoint. {@code createdBy} and {@code changedBy} are the subjects of access tokens; the
 * latter is null if the service disabled the endpoint. {@code failingSince} is null after a
 * success.
 */
@Serdeable
record WebhookBody(
    String id,
    String url,
    String format,
    List<String> types,
    String warehouses,
    String items,
    String description,
    boolean enabled,
    Instant createdAt,
    @Nullable String createdBy,
    Instant changedAt,
    @Nullable String changedBy,
    @Nullable String changedNote,
    @Nullable Instant previousSecretUntil,
    @Nullable Instant failingSince,
    @Nullable Instant pausedUntil) {

  static WebhookBody of(WebhookEndpoint endpoint) {
    return new WebhookBody(
        endpoint.id(),
        endpoint.url(),
        endpoint.format().name().toLowerCase(Locale.ROOT),
        endpoint.filter().types().stream().map(WebhookEventType::wireName).sorted().toList(),
        endpoint.filter().warehouses().text(),
        endpoint.filter().items().text(),
        endpoint.description(),
        endpoint.enabled(),
        endpoint.created().at(),
        Texts.orNull(endpoint.created().by()),
        endpoint.changed().at(),
        Texts.orNull(endpoint.changed().by()),
        Texts.orNull(endpoint.changed().note()),
        endpoint.previous().map(PreviousSecret::until).orElse(null),
        endpoint.failingSince().orElse(null),
        endpoint.pausedUntil().orElse(null));
  }
}
