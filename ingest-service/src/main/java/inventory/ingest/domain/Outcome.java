package inventory.ingest.domain;

import inventory.model.FileKind;
import inventory.model.FileStatus;
import java.util.Optional;

/**
 * How a file ended.
 *
 * @param status a finished one
 * @param kind what its header says; {@code UNKNOWN} if it could not be read
 * @param rowsApplied rows that are now in the movements
 * @param rowsRejected rows that are in the rejects file
 * @param reason why it ended so, in words for people; empty where there is nothing to say
 * @param rejectsKey the key of the rejects file, if there is one
 */
public record Outcome(
    FileStatus status,
    FileKind kind,
    long rowsApplied,
    long rowsRejected,
    String reason,
    Optional<String> rejectsKey) {

  /** A file of which no row was applied, for a reason that concerns it as a whole. */
  public static Outcome unapplied(FileStatus status, FileKind kind, String reason) {
    return new Outcome(status, kind, 0, 0, reason, Optional.empty());
  }
}
