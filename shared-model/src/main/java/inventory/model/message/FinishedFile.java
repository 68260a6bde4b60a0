package inventory.model.message;

import io.micronaut.serde.annotation.Serdeable;

/**
 * Notifies alert-service that a file is finished. The file's record has the result.
 *
 * @param fileId the record's id, see {@link inventory.model.FileId}
 */
@Serdeable
public record FinishedFile(String fileId) {

  /** The id is required. */
  public FinishedFile {
    if (fileId == null || fileId.isBlank()) {
      throw new IllegalArgumentException("The fileId of a finished file is missing");
    }
  }
}
