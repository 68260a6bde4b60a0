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
    String scope =
        id.warehouse().map(name -> " in the warehouse \"" + name + "\"").orElse(" in total");
    return new NoSuchRecordException(
        "There is no open alert for the item \"" + id.itemId() + "\"" + scope + ".");
  }
}
