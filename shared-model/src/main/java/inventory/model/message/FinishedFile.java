package inventory.model.message;

import io.micronaut.serde.annotation.Serdeable;

/**
 * Tells alert-service that a file is finished, well or not. How it ended stands in its record.
 *
 * @param fileId the record's id, see {@link inventory.model.FileId}
 */
@Serdeable
public record FinishedFile(String fileId) {

  /** An id must be there. */
  public FinishedFile {
    if (fileId == null || fileId.isBlank()) {
      throw new IllegalArgumentException("The fileId of a finished file is missing");
    }
  }
}
