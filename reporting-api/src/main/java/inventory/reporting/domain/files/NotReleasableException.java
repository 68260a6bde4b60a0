package inventory.reporting.domain.files;

import inventory.reporting.domain.RefusedException;

/** The state of a file does not allow an operator to release it. */
public final class NotReleasableException extends RefusedException {

  private static final long serialVersionUID = 1L;

  NotReleasableException(FileRecord file) {
    super(
        Reason.CONFLICT,
        "The file "
            + file.id()
            + " is "
            + file.status()
            + (file.begun() ? " and processing of its rows has begun" : "")
            + ". Only a HELD or DUPLICATE file whose processing has not begun can be released.");
  }
}
