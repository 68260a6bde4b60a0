package inventory.reporting.domain;

import inventory.model.AlertId;
import java.time.Instant;

/** The request names something that does not exist. */
public final class NoSuchRecordException extends RefusedException {

  private static final long serialVersionUID = 1L;

  /**
   * Names what is missing.
   *
   * @param kind what was looked for: {@code warehouse}, {@code item}, {@code file}
   * @param name its name or id
   */
  public NoSuchRecordException(String kind, String name) {
    this("There is no " + kind + " \"" + name + "\".");
  }

  private NoSuchRecordException(String message) {
    super(Reason.NOT_FOUND, message);
  }

  /** There is no fact about an item so early. */
  public static NoSuchRecordException ofFact(String itemId, Instant at) {
    return new NoSuchRecordException(
        "There is no fact about the item \"" + itemId + "\" at or before " + at + ".");
  }

  /** There is no open alert for an item in a warehouse, or for its total. */
  public static NoSuchRecordException ofAlert(AlertId id) {
    return new NoSuchRecordException(
        "There is no open alert for the item \""
            + id.itemId()
            + "\""
            + id.warehouse().map(NoSuchRecordException::in).orElse(" in total")
            + ".");
  }

  /** No threshold was ever set for an item in a warehouse, or in all of them. */
  public static NoSuchRecordException ofThreshold(AlertId scope) {
    return new NoSuchRecordException(
        "There is no threshold for the item \""
            + scope.itemId()
            + "\""
            + scope.warehouse().map(NoSuchRecordException::in).orElse(" in all warehouses")
            + ".");
  }

  private static String in(String warehouse) {
    return " in the warehouse \"" + warehouse + "\"";
  }
}
