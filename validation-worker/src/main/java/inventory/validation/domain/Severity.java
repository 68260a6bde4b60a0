package inventory.validation.domain;

/** How bad a finding is, the worst first. People see the worst findings of many. */
public enum Severity {
  /** A number in the table does not match the files. */
  WRONG,
  /** Data that was sent, or should have been sent, is not in the levels. */
  LOST,
  /** The data matches the file, but the file is probably wrong. */
  SUSPECT
}
