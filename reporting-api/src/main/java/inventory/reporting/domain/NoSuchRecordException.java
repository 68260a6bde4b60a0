package inventory.reporting.domain;

/** What was asked for by name is not on record. */
public final class NoSuchRecordException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * Says what is missing.
   *
   * @param kind what was looked for: {@code warehouse}, {@code item}, {@code file}
   * @param name by which name
   */
  public NoSuchRecordException(String kind, String name) {
    super("No " + kind + " is named \"" + name + "\".");
  }
}
