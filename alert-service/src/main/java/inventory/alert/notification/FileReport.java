package inventory.alert.notification;

import inventory.model.FileKind;
import inventory.model.FileStatus;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How a file ended, as its record says.
 *
 * @param fileId the record's id
 * @param key the object's key
 * @param size bytes
 * @param receivedAt when it was uploaded
 * @param kind what it says
 * @param status how it ended, or how far it has come
 * @param rowsApplied rows, or entries, that took effect
 * @param rowsRejected rows, or entries, that did not
 * @param reason why it ended so; empty where there is nothing to say
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

  /** Whether a person should look at it. */
  public boolean isProblem() {
    return status != FileStatus.APPLIED;
  }
}
