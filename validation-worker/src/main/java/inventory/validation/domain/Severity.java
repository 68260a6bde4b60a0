package inventory.validation.domain;

/** How bad a finding is, the worst first: what people see of many. */
public enum Severity {
  /** A number in the table is not what the files say. */
  WRONG,
  /** Something that was sent, or should have been, is not in the levels. */
  LOST,
  /** It is as the file says, but the file is hardly right. */
  SUSPECT
}
