package inventory.pipe.domain;

/** A shard has no such place: its records are gone, or are others than they were. */
public final class PositionLostException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** For a reason of the SDK's. */
  public PositionLostException(String message, Throwable cause) {
    super(message, cause);
  }
}
