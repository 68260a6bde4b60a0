package inventory.reporting.http.runs;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/** The answer to {@code GET /validation-runs}. */
@Serdeable
record RunsBody(List<RunBody> runs, @Nullable String nextCursor) {}
