package inventory.reporting.http;

import inventory.model.FileKind;
import inventory.model.FileStatus;
import inventory.reporting.domain.FileRecord;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/** The answer to {@code GET /files/{id}}, and an entry of {@code GET /files}. */
@Serdeable
record FileBody(
    String id,
    String key,
    String version,
    @Nullable Long size,
    Instant receivedAt,
    @Nullable Instant finishedAt,
    FileKind kind,
    FileStatus status,
    long rowsApplied,
    long rowsRejected,
    @Nullable String reason,
    List<String> firstRejects,
    @Nullable Rejects rejects,
    @Nullable Instant releasedAt) {

  /** Where the rejected rows are: the object's key, and the path at which this API gives it out. */
  @Serdeable
  record Rejects(String key, String url) {}

  static final Columns<FileBody> COLUMNS =
      new Columns<>(
          List.of(
              "id",
              "key",
              "version",
              "size",
              "receivedAt",
              "finishedAt",
              "kind",
              "status",
              "rowsApplied",
              "rowsRejected",
              "reason",
              "rejectsKey",
              "releasedAt"),
          file ->
              Arrays.asList(
                  file.id(),
                  file.key(),
                  file.version(),
                  file.size(),
                  file.receivedAt(),
                  file.finishedAt(),
                  file.kind(),
                  file.status(),
                  file.rowsApplied(),
                  file.rowsRejected(),
                  file.reason(),
                  file.rejects() == null ? null : file.rejects().key(),
                  file.releasedAt()));

  static FileBody of(FileRecord file) {
    return new FileBody(
        file.id(),
        file.key(),
        file.version(),
        file.size().isPresent() ? file.size().getAsLong() : null,
        file.receivedAt(),
        file.finishedAt().orElse(null),
        file.kind(),
        file.status(),
        file.rowsApplied(),
        file.rowsRejected(),
        file.reason().orElse(null),
        file.firstRejects(),
        file.rejectsKey()
            .map(key -> new Rejects(key, Paths.FILES + "/" + file.id() + "/rejects"))
            .orElse(null),
        file.releasedAt().orElse(null));
  }
}
