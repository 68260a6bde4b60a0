package inventory.pipe.domain;

/** The stream or a queue cannot be used now; later it may be. The message says which and why. */
public final class UnavailableException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** For a reason of the SDK's. */
  public UnavailableException(String message, Throwable cause) {
    super(message, cause);
  }
}
