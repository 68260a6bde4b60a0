package inventory.validation.domain;

import inventory.model.StockKey;
import java.util.Objects;

/**
 * Something that is not as it should be.
 *
 * @param severity how bad it is
 * @param check which check found it
 * @param file the key of the file that it concerns; empty if none
 * @param line the line of that file, the header being line 1; 0 if none
 * @param warehouse the warehouse that it concerns; empty if none
 * @param itemId the item that it concerns; empty if none
 * @param found what was found, for people
 * @param expected what was expected, for people
 */
public record Finding(
    Severity severity,
    String check,
    String file,
    int line,
    String warehouse,
    String itemId,
    String found,
    String expected) {

  /** Nothing may be null. */
  public Finding {
    Objects.requireNonNull(file, "file");
    Objects.requireNonNull(found, "found");
    Objects.requireNonNull(expected, "expected");
  }

  /** A finding about a file as a whole, or about nothing in particular. */
  public static Finding ofFile(Check check, String file, String found, String expected) {
    return new Finding(check.severity(), check.name(), file, 0, "", "", found, expected);
  }

  /**
   * A finding about an item, a warehouse, or an item in a warehouse, as the table has it.
   *
   * @param warehouse empty if it concerns no one in particular
   * @param itemId empty if it concerns no one in particular
   */
  public static Finding ofStock(
      Check check, String warehouse, String itemId, String found, String expected) {
    return new Finding(check.severity(), check.name(), "", 0, warehouse, itemId, found, expected);
  }

  /** A finding about an item in a warehouse, as a line of a file states it. */
  public static Finding ofLine(
      Check check, String file, int line, StockKey key, String found, String expected) {
    return new Finding(
        check.severity(), check.name(), file, line, key.warehouse(), key.itemId(), found, expected);
  }
}
