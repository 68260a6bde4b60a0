package inventory.model.inbox;

import inventory.model.FileId;
import inventory.model.FileStatus;
import java.time.Instant;
import java.util.Optional;

/**
 * The arrival of a file, as S3's notification tells it, and what an operator has decided about it.
 *
 * @param key the object's key, decoded
 * @param version the object's version id, or the notification's sequencer without versioning
 * @param versioned whether the version can be asked of S3
 * @param size bytes
 * @param uploadedAt when S3 took it in
 * @param releasedFrom {@code HELD} or {@code DUPLICATE} where an operator has released it from that
 *     status; its rows are then facts of their own, whatever came before
 */
public record Upload(
    String key,
    String version,
    boolean versioned,
    long size,
    Instant uploadedAt,
    Optional<FileStatus> releasedFrom) {

  /** An upload that no operator has released. */
  public Upload(String key, String version, boolean versioned, long size, Instant uploadedAt) {
    this(key, version, versioned, size, uploadedAt, Optional.empty());
  }

  /** The upload's identity, the same for each delivery of its notification. */
  public String fileId() {
    return FileId.of(key, version);
  }
}
