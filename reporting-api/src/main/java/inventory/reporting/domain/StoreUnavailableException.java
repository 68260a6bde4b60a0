package inventory.reporting.domain;

/** The store is too busy, or cannot be reached; the same request may succeed a little later. */
public final class StoreUnavailableException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Says what was found, for the log. */
  public StoreUnavailableException(String message) {
    super(message);
  }

  /** Says what was found, and what it comes from. */
  public StoreUnavailableException(String message, Throwable cause) {
    super(message, cause);
  }
}
