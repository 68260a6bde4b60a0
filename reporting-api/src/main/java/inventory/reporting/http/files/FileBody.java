package inventory.reporting.http.files;

import inventory.model.FileKind;
import inventory.model.FileStatus;
import inventory.model.table.FileItem;
import inventory.reporting.http.Column;
import inventory.reporting.http.Paths;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
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
    @Nullable Instant releasedAt,
    @Schema(description = "The subject of the operator's access token.") @Nullable
        String releasedBy,
    @Schema(
            description =
                "The subject of the access token with which it was uploaded. Null if it did not"
                    + " come by this API.")
        @Nullable
        String uploadedBy) {

  /** The rejects file: the key of its object, and the path that downloads it. */
  @Serdeable
  record Rejects(String key, String url) {}

  static final List<Column<FileBody>> COLUMNS =
      List.of(
          new Column<>("id", FileBody::id),
          new Column<>("key", FileBody::key),
          new Column<>("version", FileBody::version),
          new Column<>("size", FileBody::size),
          new Column<>("receivedAt", FileBody::receivedAt),
          new Column<>("finishedAt", FileBody::finishedAt),
          new Column<>("kind", FileBody::kind),
          new Column<>("status", FileBody::status),
          new Column<>("rowsApplied", FileBody::rowsApplied),
          new Column<>("rowsRejected", FileBody::rowsRejected),
          new Column<>("reason", FileBody::reason),
          new Column<>("rejectsKey", file -> file.rejects() == null ? null : file.rejects().key()),
          new Column<>("releasedAt", FileBody::releasedAt),
          new Column<>("releasedBy", FileBody::releasedBy),
          new Column<>("uploadedBy", FileBody::uploadedBy));

  static FileBody of(FileItem file) {
    return new FileBody(
        file.fileId(),
        file.objectKey(),
        file.version(),
        file.size().orElse(null),
        file.receivedAt(),
        file.finishedAt().orElse(null),
        file.kind(),
        file.status(),
        file.rowsApplied(),
        file.rowsRejected(),
        file.reason().orElse(null),
        file.firstRejects(),
        file.rejectsKey()
            .map(key -> new Rejects(key, Paths.FILES + "/" + file.fileId() + "/rejects"))
            .orElse(null),
        file.releasedAt().orElse(null),
        file.releasedBy().orElse(null),
        file.uploadedBy().orElse(null));
  }
}
