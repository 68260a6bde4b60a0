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
            + ". Only a HELD or DUPLICATE file can be released.");
  }
}
