package inventory.threshold.file;

/** A bad entry. */
public final class BadEntryException extends Exception {

  private static final long serialVersionUID = 1L;

  private final transient Reject reject;

  BadEntryException(Reject reject) {
    // Rejects are expected and may be many: without a stack trace they cost almost nothing.
    super(reject.reason(), null, false, false);
    this.reject = reject;
  }

  /** The reason. */
  public Reject reject() {
    return reject;
  }
}
