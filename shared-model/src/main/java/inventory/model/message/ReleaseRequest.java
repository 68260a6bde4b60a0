package inventory.model.message;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.Objects;

/**
 * Asks ingest-service to apply a file that it has not applied. The request is in the same queue as
 * S3's notifications; its field distinguishes it.
 *
 * @param release the decision; null in every other message
 */
@Serdeable
public record ReleaseRequest(@Nullable Release release) {

  /**
   * The decision of an operator.
   *
   * @param fileId the file's record, see {@link inventory.model.FileId}
   * @param from the name of the {@link inventory.model.FileStatus} from which it is released; in
   *     any other status the request changes nothing
   * @param at when the operator decided
   */
  @Serdeable
  public record Release(String fileId, String from, Instant at) {

    /** Every part is required. */
    public Release {
      Objects.requireNonNull(fileId, "the fileId of a release is missing");
      Objects.requireNonNull(from, "the from of a release is missing");
      Objects.requireNonNull(at, "the at of a release is missing");
    }
  }
}
