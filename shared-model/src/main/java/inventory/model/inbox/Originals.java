package inventory.model.inbox;

/** Where the uploaded files lie. */
public interface Originals {

  /**
   * Fetches an upload's content.
   *
   * @throws OriginalUnavailableException if it is gone, or larger than the limit; trying again
   *     would not help
   */
  Original fetch(Upload upload) throws OriginalUnavailableException;

  /** An original that will never be readable; its message is the reason, in words for people. */
  final class OriginalUnavailableException extends Exception {
    private static final long serialVersionUID = 1L;

    /** With the reason. */
    public OriginalUnavailableException(String reason, Throwable cause) {
      super(reason, cause);
    }
  }
}
