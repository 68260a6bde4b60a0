package inventory.validation.domain;

import inventory.model.Hex;
import inventory.model.StockKey;
import java.util.Objects;

/**
 * Something that a check found wrong.
 *
 * @param severity how bad it is
 * @param check the name of the check
 * @param file the key of the file; empty if it concerns none
 * @param fileId the id of the file; empty if it concerns none
 * @param line the line of that file, where the header is line 1; 0 if it concerns none
 * @param warehouse the warehouse; empty if it concerns none
 * @param itemId the item; empty if it concerns none
 * @param found what was found, for people
 * @param expected what was expected, for people
 */
public record Finding(
    Severity severity,
    String check,
    String file,
    String fileId,
    int line,
    String warehouse,
    String itemId,
    String found,
    String expected) {

  private static final int ID_LENGTH = 16;

  /** Rejects null values. */
  public Finding {
    Objects.requireNonNull(file, "file");
    Objects.requireNonNull(found, "found");
    Objects.requireNonNull(expected, "expected");
  }

  /** Whether it is about a file as a whole: there are few of these for each file. */
  public boolean isOfFile() {
    return !file.isEmpty() && line == 0;
  }

  /**
   * Identifies it in every run: the same check found the same values at the same place. Two
   * findings of a million share one with a probability below one in ten million.
   */
  public String id() {
    // None of them contains a line break, except perhaps the last two.
    String text =
        String.join(
            "\n", check, file, fileId, Integer.toString(line), warehouse, itemId, expected, found);
    return Hex.sha256(text).substring(0, ID_LENGTH);
  }

  /** A finding about the run. */
  public static Finding ofRun(Check check, String found, String expected) {
    return ofFile(check, "", "", found, expected);
  }

  /** A finding about a file as a whole. */
  public static Finding ofFile(
      Check check, String file, String fileId, String found, String expected) {
    return new Finding(check.severity(), check.name(), file, fileId, 0, "", "", found, expected);
  }

  /**
   * A finding about an item, a warehouse, or an item in a warehouse, from the table's data.
   *
   * @param warehouse empty if it concerns none in particular
   * @param itemId empty if it concerns none in particular
   */
  public static Finding ofStock(
      Check check, String warehouse, String itemId, String found, String expected) {
    return new Finding(
        check.severity(), check.name(), "", "", 0, warehouse, itemId, found, expected);
  }

  /** A finding about an item in a warehouse, from a line of a file. */
  public static Finding ofLine(
      Check check,
      String file,
      String fileId,
      int line,
      StockKey key,
      String found,
      String expected) {
    return new Finding(
        check.severity(),
        check.name(),
        file,
        fileId,
        line,
        key.warehouse(),
        key.itemId(),
        found,
        expected);
  }
}
