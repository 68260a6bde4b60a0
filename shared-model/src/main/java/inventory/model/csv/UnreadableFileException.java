package inventory.model.csv;

/** No row of a file can be read; the message is the reason, in words for people. */
public final class UnreadableFileException extends Exception {

  private static final long serialVersionUID = 1L;

  UnreadableFileException(String reason) {
    super(reason);
  }
}
