package inventory.reporting.domain;

import inventory.model.AlertId;

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
    this("No " + kind + " is named \"" + name + "\".");
  }

  private NoSuchRecordException(String message) {
    super(message);
  }

  /** Stock of an item in a warehouse, or its total, is not low. */
  static NoSuchRecordException ofAlert(AlertId id) {
    String where =
        id.warehouse().map(name -> " in the warehouse \"" + name + "\"").orElse("'s total");
    return new NoSuchRecordException(
        "No alert is open on the item \"" + id.itemId() + "\"" + where + ".");
  }
}
