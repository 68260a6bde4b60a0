package inventory.model.inbox;

import inventory.model.FileKind;
import inventory.model.FileStatus;
import java.util.Optional;

/**
 * The recorded state of a file.
 *
 * @param upload its upload
 * @param kind its kind, as far as it is known
 * @param status its status
 * @param generation 1 for its first processing; each release, and the completion of an incomplete
 *     file, raise it by 1
 * @param releasedFrom {@code HELD} or {@code DUPLICATE} if an operator has released it from that
 *     status; its rows are then new facts
 * @param rules the version of the reading rules by which its processing was started; empty until it
 *     is
 */
public record FileState(
    Upload upload,
    FileKind kind,
    FileStatus status,
    int generation,
    Optional<FileStatus> releasedFrom,
    Optional<Integer> rules) {

  /** The state of an upload that has just arrived. */
  public static FileState received(Upload upload, FileKind kind) {
    return new FileState(upload, kind, FileStatus.RECEIVED, 1, Optional.empty(), Optional.empty());
  }

  /** The id of the file's record. */
  public String fileId() {
    return upload.fileId();
  }

  /** Whether an operator has released it. */
  public boolean isReleased() {
    return releasedFrom.isPresent();
  }

  /**
   * Whether a delivery that read an earlier state may apply the rows of the file. Those of an
   * incomplete file may be in the levels, too: a delivery that has the content completes it.
   */
  public boolean isStartedFrom(FileState earlier) {
    return (status == FileStatus.PROCESSING || status == FileStatus.INCOMPLETE)
        && generation == earlier.generation;
  }

  /** The state after processing was started. */
  public FileState started(FileKind kindInHeader, int readingRules) {
    return new FileState(
        upload,
        kindInHeader,
        FileStatus.PROCESSING,
        generation,
        releasedFrom,
        Optional.of(readingRules));
  }

  /** The state after processing has ended. */
  public FileState finished(Outcome outcome) {
    boolean isNew = FileTransition.between(status, outcome.status()).isNewGeneration();
    return new FileState(
        upload,
        outcome.kind(),
        outcome.status(),
        isNew ? generation + 1 : generation,
        releasedFrom,
        rules);
  }

  /** The state after a release, in a new generation. */
  public FileState released() {
    return new FileState(
        upload, kind, FileStatus.RECEIVED, generation + 1, Optional.of(status), rules);
  }
}
