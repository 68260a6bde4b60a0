package inventory.model.csv;

/** A file of which no row can be read; its message is the reason, in words for people. */
public final class UnreadableFileException extends Exception {

  private static final long serialVersionUID = 1L;

  UnreadableFileException(String reason) {
    super(reason);
  }
}
