package inventory.inbox;

import inventory.model.FileId;
import java.time.Instant;

/**
 * The arrival of a file, as S3's notification tells it.
 *
 * @param key the object's key, decoded
 * @param version the object's version id, or the notification's sequencer without versioning
 * @param versioned whether the version can be asked of S3
 * @param size bytes
 * @param uploadedAt when S3 took it in
 */
public record Upload(String key, String version, boolean versioned, long size, Instant uploadedAt) {

  /** The upload's identity, the same for each delivery of its notification. */
  public String fileId() {
    return FileId.of(key, version);
  }
}
