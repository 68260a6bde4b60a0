package inventory.reporting.http.alerts;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/** The answer to {@code GET /alerts}. */
@Serdeable
record AlertsBody(List<AlertBody> alerts, @Nullable String nextCursor) {}
