package inventory.model;

/** The status of a file (requirement I7). */
public enum FileStatus {
  /** Its arrival is recorded; it has not been read. */
  RECEIVED(false),
  /** Its content is claimed and its rows are being applied. */
  PROCESSING(false),
  /** Every row changed its level. */
  APPLIED(true),
  /** The good rows changed their levels; the bad ones are in the rejects file. */
  PARTIAL(true),
  /** It could not be read; no level was changed. */
  REJECTED(true),
  /** Its content was applied before, from this or another key; no level was changed. */
  DUPLICATE(true),
  /** Other content was applied under its key before; it waits for an operator. */
  HELD(true);

  private final boolean finished;

  FileStatus(boolean finished) {
    this.finished = finished;
  }

  /** Whether the file needs no further work unless an operator asks for it. */
  public boolean finished() {
    return finished;
  }

  /** Whether the file's good rows, or entries, took effect. */
  public boolean applied() {
    return this == APPLIED || this == PARTIAL;
  }
}
