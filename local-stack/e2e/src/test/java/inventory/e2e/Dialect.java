package inventory.e2e;

import java.util.ArrayList;
import java.util.List;

/**
 * The form of a file.
 *
 * @param delimiter between cells
 * @param lineEnd between lines
 * @param byteOrderMark whether the file begins with one
 */
public record Dialect(String delimiter, String lineEnd, boolean byteOrderMark) {

  /** As in the requirements. */
  public static final Dialect PLAIN = new Dialect("\t", "\n", false);

  /** Every delimiter with every line end, with and without a byte-order mark. */
  static final List<Dialect> ALL = all();

  private static List<Dialect> all() {
    List<Dialect> all = new ArrayList<>();
    for (String delimiter : List.of("\t", ",", ";")) {
      for (String lineEnd : List.of("\n", "\r\n")) {
        all.add(new Dialect(delimiter, lineEnd, false));
        all.add(new Dialect(delimiter, lineEnd, true));
      }
    }
    return List.copyOf(all);
  }

  /** The start of the file: a byte-order mark or nothing. */
  String start() {
    return byteOrderMark ? "\uFEFF" : "";
  }

  /** A line, with its line end. */
  String line(Object... cells) {
    StringBuilder line = new StringBuilder();
    for (Object cell : cells) {
      line.append(line.isEmpty() ? "" : delimiter).append(quoted(cell.toString()));
    }
    return line.append(lineEnd).toString();
  }

  private String quoted(String cell) {
    boolean needed = cell.contains(delimiter) || cell.contains("\"");
    return needed ? "\"" + cell.replace("\"", "\"\"") + "\"" : cell;
  }
}
