package inventory.reporting.http.runs;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/** The answer to {@code GET /accepted-findings}. */
@Serdeable
record AcceptedFindingsBody(
    List<AcceptedFindingBody> acceptedFindings, @Nullable String nextCursor) {}
