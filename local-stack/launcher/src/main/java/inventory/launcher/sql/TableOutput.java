package inventory.launcher.sql;

import inventory.launcher.terminal.Terminal;
import inventory.launcher.terminal.Terminal.Style;
import inventory.launcher.terminal.TextTable;
import java.util.ArrayList;
import java.util.List;

/** Prints a result as a table for people: its first rows, as a table is as wide as its widest. */
public final class TableOutput implements ResultOutput {

  /** How many rows are shown. */
  static final int MAX_ROWS = 1_000;

  private static final String NULL = "null";

  private final Terminal terminal;
  private final List<List<String>> rows = new ArrayList<>();
  private List<Column> columns = List.of();
  private long count;

  /** Prints there. */
  public TableOutput(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public void begin(List<Column> titles) {
    columns = List.copyOf(titles);
  }

  @Override
  public void row(List<String> cells) {
    count++;
    if (count <= MAX_ROWS) {
      rows.add(cells.stream().map(TableOutput::shown).toList());
    }
  }

  @Override
  public void end() {
    TextTable table =
        new TextTable(
            columns.stream()
                .map(
                    column ->
                        column.number()
                            ? TextTable.Column.number(column.title())
                            : TextTable.Column.text(column.title()))
                .toArray(TextTable.Column[]::new));
    rows.forEach(row -> table.row(row.toArray()));
    table.print(terminal);
    String rest =
        count > MAX_ROWS
            ? ", of which the first %,d are shown; --csv writes all".formatted(MAX_ROWS)
            : "";
    terminal.line(
        "  "
            + terminal.styled(
                Style.FAINT, "%,d %s%s".formatted(count, count == 1 ? "row" : "rows", rest)));
  }

  private static String shown(String cell) {
    return cell == null ? NULL : Terminal.printable(cell).replace('\n', ' ').replace('\t', ' ');
  }
}
