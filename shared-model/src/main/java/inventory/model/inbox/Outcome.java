package inventory.model.inbox;

import inventory.model.FileKind;
import inventory.model.FileStatus;
import java.util.List;
import java.util.Optional;

/**
 * How a file ended.
 *
 * @param status a finished one
 * @param kind what its header says; {@code UNKNOWN} if it could not be read
 * @param rowsApplied rows, or entries, that took effect
 * @param rowsRejected rows, or entries, that are in the rejects file
 * @param reason why it ended so, in words for people; empty where there is nothing to say
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

  /** How many rejects a record names; the others are in the rejects file. */
  public static final int MAX_FIRST_REJECTS = 10;

  /** Keeps its own copy. */
  public Outcome {
    firstRejects = List.copyOf(firstRejects);
  }

  /** A file of which no row was applied, for a reason that concerns it as a whole. */
  public static Outcome unapplied(FileStatus status, FileKind kind, String reason) {
    return new Outcome(status, kind, 0, 0, reason, Optional.empty(), List.of());
  }
}
