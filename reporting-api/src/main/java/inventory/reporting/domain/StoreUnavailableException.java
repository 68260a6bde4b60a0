package inventory.reporting.domain;

/** The store is busy or cannot be reached. The same request may succeed later. */
public final class StoreUnavailableException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** A failure with a message for the log. */
  public StoreUnavailableException(String message) {
    super(message);
  }

  /** A failure with a message for the log and its cause. */
  public StoreUnavailableException(String message, Throwable cause) {
    super(message, cause);
  }
}
