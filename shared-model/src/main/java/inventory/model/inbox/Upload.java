package inventory.model.inbox;

import inventory.model.FileId;
import inventory.model.FileStatus;
import java.time.Instant;
import java.util.Optional;

/**
 * The upload of a file, from S3's notification, with the decision of an operator about it.
 *
 * @param key the object's key, decoded
 * @param version the object's version id, or the notification's sequencer without versioning
 * @param versioned whether S3 can be asked for the version
 * @param size bytes
 * @param uploadedAt when S3 stored it
 * @param releasedFrom {@code HELD} or {@code DUPLICATE} if an operator has released it from that
 *     status; its rows are then new facts
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

  /** The upload's id, the same for each delivery of its notification. */
  public String fileId() {
    return FileId.of(key, version);
  }
}
