package inventory.alert.domain;

import inventory.alert.notice.FileReport;

/** Of which files operations is told (requirement A5). */
public enum FilePolicy {
  /** Of each. */
  ALL,
  /** Of those that did not apply in full. */
  PROBLEMS,
  /** Of none. */
  NONE;

  boolean wants(FileReport file) {
    return this == ALL || (this == PROBLEMS && file.isProblem());
  }
}
