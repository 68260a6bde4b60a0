package inventory.reporting.http.webhooks;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;

/** Whether an endpoint receives events. */
@Serdeable
record WebhookChange(@Nullable Boolean enabled) {}
