package inventory.reporting.domain.files;

import inventory.model.FileKind;
import inventory.model.FileStatus;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What became of an upload (requirement I7).
 *
 * @param id see {@link inventory.model.FileId}
 * @param key the object's key, decoded
 * @param version the object's version id
 * @param size bytes; empty if the object was gone before it could be read
 * @param receivedAt when it was uploaded
 * @param finishedAt when its last status was reached; empty while it is worked on
 * @param kind what the file says
 * @param status how far it has come
 * @param rowsApplied rows that changed a level or were recorded as movements; thresholds that were
 *     set
 * @param rowsRejected rows in the rejects file
 * @param reason why it ended as it did, for people
 * @param firstRejects the first of them, each as "where: reason"; all are in the rejects file
 * @param rejectsKey the key of the rejects file; empty where no row was rejected
 * @param begun whether work on its rows was ever begun
 * @param releasedAt when an operator released it; empty if nobody has
 */
public record FileRecord(
    String id,
    String key,
    String version,
    OptionalLong size,
    Instant receivedAt,
    Optional<Instant> finishedAt,
    FileKind kind,
    FileStatus status,
    long rowsApplied,
    long rowsRejected,
    Optional<String> reason,
    List<String> firstRejects,
    Optional<String> rejectsKey,
    boolean begun,
    Optional<Instant> releasedAt) {

  /** The list is copied, so that a record never changes. */
  public FileRecord {
    firstRejects = List.copyOf(firstRejects);
  }

  /**
   * Whether it waits for an operator, or was left out as a duplicate. Work that was begun and then
   * held can only be rebuilt, as its rows might count twice.
   */
  public boolean canBeReleased() {
    return isLeftOut() && !begun;
  }

  /** Whether it was released before, and has left the status from which it was. */
  public boolean wasReleased() {
    return releasedAt.isPresent() && !isLeftOut();
  }

  private boolean isLeftOut() {
    return status == FileStatus.HELD || status == FileStatus.DUPLICATE;
  }
}
