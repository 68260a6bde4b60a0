package inventory.alert.notification;

import inventory.model.FileKind;
import inventory.model.FileStatus;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A file's record.
 *
 * @param fileId the record's id
 * @param key the object's key
 * @param size bytes
 * @param receivedAt when it was uploaded
 * @param kind the file's kind
 * @param status its status
 * @param rowsApplied rows, or entries, that were applied
 * @param rowsRejected rows, or entries, that were rejected
 * @param reason why it ended so; empty if there is nothing to say
 * @param firstRejects the first rejects, each as "where: reason"
 * @param rejectsKey the key of the rejects file, if there is one
 */
public record FileReport(
    String fileId,
    String key,
    long size,
    Instant receivedAt,
    FileKind kind,
    FileStatus status,
    long rowsApplied,
    long rowsRejected,
    String reason,
    List<String> firstRejects,
    Optional<String> rejectsKey) {

  /** Whether it needs attention. */
  public boolean isProblem() {
    return status != FileStatus.APPLIED;
  }
}
