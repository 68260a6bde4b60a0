package inventory.model;

/** The status of a file (requirement I7). {@code FileTransition} has the ways between them. */
public enum FileStatus {
  /** Its arrival is recorded; nothing of it took effect. */
  RECEIVED(false),
  /** Its content is claimed and its rows are being applied. */
  PROCESSING(false),
  /** Every row changed its level. */
  APPLIED(true),
  /** The good rows changed their levels; the bad ones are in the rejects file. */
  PARTIAL(true),
  /**
   * Its rows were being applied when its original was found to be missing; some or all of them
   * changed their levels. A later upload of the same content completes it.
   */
  INCOMPLETE(true),
  /** It could not be read; no level was changed. */
  REJECTED(true),
  /** Its content is in the levels, from this or another key; it changed no level itself. */
  DUPLICATE(true),
  /** Other content was uploaded under its key before; it waits for an operator. */
  HELD(true);

  private final boolean finished;

  FileStatus(boolean finished) {
    this.finished = finished;
  }

  /** Whether the file needs no further work unless somebody asks for it. */
  public boolean finished() {
    return finished;
  }

  /** Whether all of the file's good rows, or entries, took effect. */
  public boolean applied() {
    return this == APPLIED || this == PARTIAL;
  }

  /** Whether an operator can release the file; none of its rows took effect. */
  public boolean releasable() {
    return this == HELD || this == DUPLICATE;
  }
}
