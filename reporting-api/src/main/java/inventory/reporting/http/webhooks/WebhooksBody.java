package inventory.reporting.http.webhooks;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/** The answer to {@code GET /webhooks}. */
@Serdeable
record WebhooksBody(List<WebhookBody> webhooks) {}
