package inventory.model.message;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.Objects;

/**
 * Notifies validation-worker that a file has arrived, valid or not, in the order of arrival.
 *
 * @param fileId the file's record, see {@link inventory.model.FileId}
 * @param key the object's key, decoded
 * @param version the object's version id, or its notification's sequencer without versioning
 * @param versioned whether S3 can be asked for the version
 * @param size bytes
 * @param arrivedAt when S3 stored it
 */
@Serdeable
public record ArrivedFile(
    String fileId, String key, String version, boolean versioned, long size, Instant arrivedAt) {

  /** Every part is required. */
  public ArrivedFile {
    Objects.requireNonNull(fileId, "the fileId of an arrived file is missing");
    Objects.requireNonNull(key, "the key of an arrived file is missing");
    Objects.requireNonNull(version, "the version of an arrived file is missing");
    Objects.requireNonNull(arrivedAt, "the arrivedAt of an arrived file is missing");
  }
}
