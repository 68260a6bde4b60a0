package inventory.reporting.http.thresholds;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/** The answer to {@code GET /thresholds}. */
@Serdeable
record ThresholdsBody(List<ThresholdBody> thresholds, @Nullable String nextCursor) {}
