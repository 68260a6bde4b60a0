package inventory.model.message;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.Objects;

/**
 * Asks ingest-service to apply a file that it has not applied. It stands on that service's queue
 * among the notifications of S3, from which its field tells it.
 *
 * @param release what is to be released; null in every other message
 */
@Serdeable
public record ReleaseRequest(@Nullable Release release) {

  /**
   * What an operator has decided.
   *
   * @param fileId the file's record, see {@link inventory.model.FileId}
   * @param from the name of the {@link inventory.model.FileStatus} from which it is released; in
   *     any other status a repeated request changes nothing
   * @param at when the operator decided so
   */
  @Serdeable
  public record Release(String fileId, String from, Instant at) {

    /** Nothing may be missing. */
    public Release {
      Objects.requireNonNull(fileId, "the fileId of a release is missing");
      Objects.requireNonNull(from, "the from of a release is missing");
      Objects.requireNonNull(at, "the at of a release is missing");
    }
  }
}
