package inventory.model.inbox;

/** The store of uploaded files. */
public interface Originals {

  /**
   * Downloads an upload's content.
   *
   * @throws OriginalUnavailableException if it is gone, or larger than the limit; a retry would not
   *     help
   */
  Original fetch(Upload upload) throws OriginalUnavailableException;

  /** An original that can never be read; the message is the reason, in words for people. */
  final class OriginalUnavailableException extends Exception {
    private static final long serialVersionUID = 1L;

    /** Creates an exception with the reason. */
    public OriginalUnavailableException(String reason, Throwable cause) {
      super(reason, cause);
    }
  }
}
