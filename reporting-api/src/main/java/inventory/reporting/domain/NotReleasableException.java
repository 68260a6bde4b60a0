package inventory.reporting.domain;

/** A file is in a state from which no operator can release it. */
public final class NotReleasableException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  NotReleasableException(FileRecord file) {
    super(
        "The file "
            + file.id()
            + " is "
            + file.status()
            + (file.begun() ? ", and its rows were worked on" : "")
            + "; only one that is HELD or a DUPLICATE, and was never worked on, can be released.");
  }
}
