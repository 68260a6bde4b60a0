package inventory.reporting.domain;

/** A request that cannot be served as it was made. The message tells people why. */
public abstract class RefusedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Why a request is refused. */
  public enum Reason {
    /** It names something that does not exist. */
    NOT_FOUND,
    /** The current state of what it names does not allow it. */
    CONFLICT,
    /** It asks for too much at once. */
    TOO_MUCH
  }

  private final Reason reason;

  /** Refuses a request for this reason. */
  protected RefusedException(Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  /** Why the request is refused. */
  public Reason reason() {
    return reason;
  }
}
