package inventory.model.inbox;

import inventory.model.FileStatus;
import java.util.EnumSet;
import java.util.Set;

/**
 * Every way in which a file's status changes. No other change is possible: each is a conditional
 * write that fails if the record has another status or another generation by then. {@code
 * docs/decisions/0016-a-file-has-one-life.md} draws the table.
 */
public enum FileTransition {
  /** To {@code PROCESSING}; again after an interruption. */
  START(false),
  /** To {@code APPLIED} or {@code PARTIAL}; from {@code RECEIVED} if there is no good row. */
  COMPLETE(false),
  /** To {@code INCOMPLETE}, because the original of a file whose rows are applied is missing. */
  ABANDON(false),
  /** To {@code REJECTED}, {@code DUPLICATE} or {@code HELD}: nothing of it took effect. */
  DECLINE(false),
  /** Back to {@code RECEIVED}, by an operator. */
  RELEASE(true),
  /**
   * From {@code INCOMPLETE} to {@code APPLIED} or {@code PARTIAL}, because all rows of the content
   * were applied after all.
   */
  RECOVER(true);

  private final boolean isNewGeneration;

  FileTransition(boolean isNewGeneration) {
    this.isNewGeneration = isNewGeneration;
  }

  /**
   * The transition that ends the processing of a file.
   *
   * @param from the status that it has
   * @param to a finished status
   */
  public static FileTransition between(FileStatus from, FileStatus to) {
    return switch (to) {
      case APPLIED, PARTIAL -> from == FileStatus.INCOMPLETE ? RECOVER : COMPLETE;
      case INCOMPLETE -> ABANDON;
      case REJECTED, DUPLICATE, HELD -> DECLINE;
      case RECEIVED, PROCESSING ->
          throw new IllegalArgumentException(to + " does not end the processing of a file");
    };
  }

  /** The statuses that a file may have before. */
  public Set<FileStatus> from() {
    return switch (this) {
      case START, COMPLETE -> EnumSet.of(FileStatus.RECEIVED, FileStatus.PROCESSING);
      case ABANDON -> EnumSet.of(FileStatus.PROCESSING);
      case DECLINE -> EnumSet.of(FileStatus.RECEIVED);
      case RELEASE -> EnumSet.of(FileStatus.HELD, FileStatus.DUPLICATE);
      case RECOVER -> EnumSet.of(FileStatus.INCOMPLETE);
    };
  }

  /**
   * Whether it starts another generation of the file's processing. A delivery that began in an
   * earlier generation can then change nothing any more.
   */
  public boolean isNewGeneration() {
    return isNewGeneration;
  }
}
