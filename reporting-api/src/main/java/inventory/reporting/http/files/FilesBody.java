package inventory.reporting.http.files;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import java.time.LocalDate;
import java.util.List;

/** The answer to {@code GET /files}. */
@Serdeable
record FilesBody(LocalDate date, List<FileBody> files, @Nullable String nextCursor) {}
