package inventory.alert.domain;

import inventory.alert.notification.FileReport;

/** Which files operations is notified of (requirement A5). */
public enum FilePolicy {
  /** All files. */
  ALL,
  /** Files that were not applied in full. */
  PROBLEMS,
  /** No file. */
  NONE;

  boolean selects(FileReport file) {
    return this == ALL || (this == PROBLEMS && file.isProblem());
  }
}
