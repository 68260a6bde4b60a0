package inventory.reporting.http.files;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;

/** The file to upload: its name and its size in bytes. */
@Serdeable
record UploadRequest(
    @Nullable String name,
    @Schema(implementation = Long.class, minimum = "1") @Nullable BigDecimal size) {}
