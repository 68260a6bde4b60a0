package inventory.launcher.terminal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import picocli.CommandLine.Help.Ansi.IStyle;
import picocli.CommandLine.Help.Ansi.Style;

/** A table of text. Columns fit their widest cell, and columns of numbers are right-aligned. */
public final class TextTable {

  private static final String GAP = "  ";
  private static final Pattern NUMBER = Pattern.compile("-?[\\d,.]+|null|");

  private final List<String> titles;
  private final Map<String, IStyle> styles;
  private final List<List<String>> rows = new ArrayList<>();

  /** Creates a table. */
  public TextTable(String... titles) {
    this(Map.of(), titles);
  }

  /**
   * Creates a table with colours.
   *
   * @param styles the style of a cell, by its text
   */
  public TextTable(Map<String, IStyle> styles, String... titles) {
    this.titles = List.of(titles);
    this.styles = Map.copyOf(styles);
  }

  /**
   * Adds a row.
   *
   * @param cells one for each column; null is an empty cell
   */
  public void row(Object... cells) {
    if (cells.length != titles.size()) {
      throw new IllegalArgumentException(cells.length + " cells, " + titles.size() + " columns");
    }
    rows.add(Stream.of(cells).map(TextTable::text).toList());
  }

  private static String text(Object cell) {
    return cell == null
        ? ""
        : Terminal.printable(cell.toString()).replace('\n', ' ').replace('\t', ' ');
  }

  /** Prints the table, indented. */
  public void print(Terminal terminal) {
    List<StringBuilder> lines = new ArrayList<>();
    List<List<String>> all = new ArrayList<>(List.of(titles));
    all.addAll(rows);
    all.forEach(row -> lines.add(new StringBuilder()));
    for (int column = 0; column < titles.size(); column++) {
      int index = column;
      int width = all.stream().mapToInt(row -> length(row.get(index))).max().orElse(0);
      boolean right =
          !rows.isEmpty()
              && rows.stream().allMatch(row -> NUMBER.matcher(row.get(index)).matches());
      for (int i = 0; i < all.size(); i++) {
        String cell = all.get(i).get(column);
        String padding = " ".repeat(width - length(cell));
        String look = styles.containsKey(cell) ? terminal.styled(styles.get(cell), cell) : cell;
        lines.get(i).append(GAP).append(right ? padding + look : look + padding);
      }
    }
    terminal.line(terminal.styled(Style.faint, lines.get(0).toString().stripTrailing()));
    lines.stream().skip(1).forEach(line -> terminal.line(line.toString().stripTrailing()));
  }

  private static int length(String cell) {
    return cell.codePointCount(0, cell.length());
  }
}
