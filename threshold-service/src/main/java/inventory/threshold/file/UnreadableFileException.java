package inventory.threshold.file;

/** No entry of a file can be read; the message is the reason, in words for people. */
public final class UnreadableFileException extends Exception {

  private static final long serialVersionUID = 1L;

  UnreadableFileException(String reason, Throwable cause) {
    super(reason, cause);
  }

  UnreadableFileException(String reason) {
    this(reason, null);
  }
}
