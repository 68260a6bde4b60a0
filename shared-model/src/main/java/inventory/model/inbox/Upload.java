package inventory.model.inbox;

import inventory.model.FileId;
import java.time.Instant;

/**
 * The upload of a file, from S3's notification.
 *
 * @param key the object's key, decoded
 * @param version the object's version id, or the notification's sequencer without versioning
 * @param versioned whether S3 can be asked for the version
 * @param size bytes
 * @param uploadedAt when S3 stored it
 */
public record Upload(String key, String version, boolean versioned, long size, Instant uploadedAt) {

  /** The upload's id, the same for each delivery of its notification. */
  public String fileId() {
    return FileId.of(key, version);
  }
}
