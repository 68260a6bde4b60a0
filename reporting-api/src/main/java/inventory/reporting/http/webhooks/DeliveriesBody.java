package inventory.reporting.http.webhooks;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/** The answer to {@code GET /webhooks/{id}/deliveries}. */
@Serdeable
record DeliveriesBody(List<DeliveryBody> deliveries, @Nullable String nextCursor) {}
