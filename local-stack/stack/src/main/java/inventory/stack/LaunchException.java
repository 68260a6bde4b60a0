package inventory.stack;

/** Something of the local environment does not start; the message says what, why and what to do. */
public final class LaunchException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** A failure that the message explains in full. */
  public LaunchException(String message) {
    super(message);
  }

  /** A failure with another one behind it. */
  public LaunchException(String message, Throwable cause) {
    super(message, cause);
  }
}
