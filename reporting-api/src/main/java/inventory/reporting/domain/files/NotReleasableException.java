package inventory.reporting.domain.files;

import inventory.model.table.FileItem;
import inventory.reporting.domain.RefusedException;

/** The state of a file does not allow an operator to release it. */
public final class NotReleasableException extends RefusedException {

  private static final long serialVersionUID = 1L;

  NotReleasableException(FileItem file) {
    super(
        Reason.CONFLICT,
        "The file "
            + file.fileId()
            + " is "
            + file.status()
            + (file.rules().isPresent() ? " and processing of its rows has begun" : "")
            + ". Only a HELD or DUPLICATE file whose processing has not begun can be released.");
  }
}
