package inventory.reporting.http.webhooks;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

/** Whether an endpoint receives events: {@code true} or {@code false}, and no text. */
@Serdeable
record WebhookChange(@Schema(implementation = Boolean.class) @Nullable Object enabled) {}
