package inventory.threshold.file;

/** An entry that is wrong. */
public final class BadEntryException extends Exception {

  private static final long serialVersionUID = 1L;

  private final transient Reject reject;

  BadEntryException(Reject reject) {
    // Rejects are expected and may be many: without a stack trace they cost next to nothing.
    super(reject.reason(), null, false, false);
    this.reject = reject;
  }

  /** What is wrong with it. */
  public Reject reject() {
    return reject;
  }
}
