package inventory.model.inbox;

import inventory.model.FileKind;
import inventory.model.FileStatus;
import java.util.List;
import java.util.Optional;

/**
 * The result of processing a file.
 *
 * @param status a finished status
 * @param kind the kind in its header; {@code UNKNOWN} if it could not be read
 * @param rowsApplied rows, or entries, that took effect
 * @param rowsRejected rows, or entries, that are in the rejects file
 * @param reason the reason for the status, in words for people; may be empty
 * @param rejectsKey the key of the rejects file, if there is one
 * @param firstRejects the first {@value #MAX_FIRST_REJECTS} rejects, each as "where: reason"
 */
public record Outcome(
    FileStatus status,
    FileKind kind,
    long rowsApplied,
    long rowsRejected,
    String reason,
    Optional<String> rejectsKey,
    List<String> firstRejects) {

  /** How many rejects a file record contains; the rejects file has all of them. */
  public static final int MAX_FIRST_REJECTS = 10;

  /** Copies the list. */
  public Outcome {
    firstRejects = List.copyOf(firstRejects);
  }

  /** The result of a file without applied rows, for a reason that concerns the whole file. */
  public static Outcome unapplied(FileStatus status, FileKind kind, String reason) {
    return new Outcome(status, kind, 0, 0, reason, Optional.empty(), List.of());
  }
}
