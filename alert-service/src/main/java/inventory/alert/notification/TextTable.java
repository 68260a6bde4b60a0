package inventory.alert.notification;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A table in plain text: columns are as wide as their widest cell, numbers are right-aligned. */
final class TextTable {

  private static final Pattern NUMBER = Pattern.compile("-?\\d+");
  private static final String GAP = "  ";

  private final List<List<String>> rows = new ArrayList<>();
  private final int[] widths;

  /**
   * A table without rows.
   *
   * @param header the columns' titles
   */
  TextTable(List<String> header) {
    widths = new int[header.size()];
    add(header);
  }

  /** Adds a row with one cell for each column; a cell must not contain a line break. */
  void add(List<String> row) {
    if (row.size() != widths.length) {
      throw new IllegalArgumentException(
          row.size() + " cells in a table of " + widths.length + " columns");
    }
    for (int i = 0; i < widths.length; i++) {
      widths[i] = Math.max(widths[i], length(row.get(i)));
    }
    rows.add(List.copyOf(row));
  }

  /** The table, each row ending in {@code \n}. */
  String text() {
    StringBuilder text = new StringBuilder();
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int i = 0; i < widths.length; i++) {
        line.append(i == 0 ? "" : GAP).append(padded(row.get(i), widths[i]));
      }
      text.append(line.toString().stripTrailing()).append('\n');
    }
    return text.toString();
  }

  /**
   * Facts, each a label and a value, one a line.
   *
   * @param width of the labels and the gap behind them
   */
  static String facts(List<List<String>> facts, int width) {
    String line = "%-" + width + "s%s\n";
    return facts.stream()
        .map(fact -> line.formatted(fact.get(0), fact.get(1)))
        .collect(Collectors.joining());
  }

  private static String padded(String cell, int width) {
    String padding = " ".repeat(width - length(cell));
    return NUMBER.matcher(cell).matches() ? padding + cell : cell + padding;
  }

  private static int length(String cell) {
    return cell.codePointCount(0, cell.length());
  }
}
