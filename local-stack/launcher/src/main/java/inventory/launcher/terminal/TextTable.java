package inventory.launcher.terminal;

import inventory.launcher.terminal.Terminal.Style;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.IntStream;

/** A table of text, its columns as wide as they have to be. */
public final class TextTable {

  private static final String GAP = "  ";
  private static final String INDENT = "  ";

  private final List<Column> columns;
  private final List<List<String>> rows = new ArrayList<>();

  /**
   * A column.
   *
   * @param title what stands above it
   * @param right whether its cells stand at the right, as numbers do
   * @param styles how certain cells look, by their text
   */
  public record Column(String title, boolean right, Map<String, Style> styles) {

    /** A column of text. */
    public static Column text(String title) {
      return new Column(title, false, Map.of());
    }

    /** A column of numbers. */
    public static Column number(String title) {
      return new Column(title, true, Map.of());
    }

    /** A column of words, some of which stand out. */
    public static Column styled(String title, Map<String, Style> styles) {
      return new Column(title, false, styles);
    }
  }

  /** A table without rows. */
  public TextTable(Column... columns) {
    this.columns = List.of(columns);
  }

  /**
   * Adds a row.
   *
   * @param cells as many as there are columns
   */
  public TextTable row(Object... cells) {
    if (cells.length != columns.size()) {
      throw new IllegalArgumentException(
          cells.length + " cells for " + columns.size() + " columns");
    }
    rows.add(Arrays.stream(cells).map(String::valueOf).toList());
    return this;
  }

  /** Prints the table, indented. */
  public void print(Terminal terminal) {
    int[] widths = IntStream.range(0, columns.size()).map(this::width).toArray();
    List<String> titles = columns.stream().map(Column::title).toList();
    terminal.line(INDENT + terminal.styled(Style.FAINT, line(titles, widths, (c, text) -> text)));
    for (List<String> row : rows) {
      terminal.line(INDENT + line(row, widths, (column, text) -> look(terminal, column, text)));
    }
  }

  private static String look(Terminal terminal, Column column, String text) {
    Style style = column.styles().get(text);
    return style == null ? text : terminal.styled(style, text);
  }

  private int width(int column) {
    return IntStream.concat(
            IntStream.of(length(columns.get(column).title())),
            rows.stream().mapToInt(row -> length(row.get(column))))
        .max()
        .orElse(0);
  }

  private String line(List<String> cells, int[] widths, BiFunction<Column, String, String> look) {
    List<String> padded = new ArrayList<>();
    for (int i = 0; i < cells.size(); i++) {
      Column column = columns.get(i);
      String padding = " ".repeat(widths[i] - length(cells.get(i)));
      String text = look.apply(column, cells.get(i));
      padded.add(column.right() ? padding + text : text + padding);
    }
    return String.join(GAP, padded).stripTrailing();
  }

  private static int length(String cell) {
    return cell.codePointCount(0, cell.length());
  }
}
