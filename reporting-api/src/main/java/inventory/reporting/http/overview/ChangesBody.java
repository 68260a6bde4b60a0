package inventory.reporting.http.overview;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

/** The answer to {@code GET /changes}. */
@Serdeable
record ChangesBody(
    @Schema(description = "Another number after each change; usually, but not always, greater.")
        long version) {}
