package inventory.model.message;

import inventory.model.AlertRecord.Decision;
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
   * @param by the operator: the subject of the access token; absent if the API has no login
   */
  @Serdeable
  public record Release(String fileId, String from, Instant at, @Nullable String by) {

    /** Every part but the last is required. */
    public Release {
      Objects.requireNonNull(fileId, "the fileId of a release is missing");
      Objects.requireNonNull(from, "the from of a release is missing");
      Objects.requireNonNull(at, "the at of a release is missing");
    }

    /** The decision. Its reason is in the audit only. */
    public Decision decision() {
      return new Decision(at, by == null ? "" : by, "");
    }
  }
}
