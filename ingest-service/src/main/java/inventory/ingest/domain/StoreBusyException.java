package inventory.ingest.domain;

/** The store did not serve a call, but may do so a little later: it limits calls, or collides. */
public final class StoreBusyException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** With the answer of the store. */
  public StoreBusyException(Throwable cause) {
    super(cause.getMessage(), cause);
  }
}
