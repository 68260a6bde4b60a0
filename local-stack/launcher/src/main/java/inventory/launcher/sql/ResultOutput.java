package inventory.launcher.sql;

import java.io.IOException;
import java.util.List;

/** Takes the result of a query. */
public interface ResultOutput {

  /**
   * A column.
   *
   * @param title its name
   * @param number whether it holds numbers
   */
  record Column(String title, boolean number) {}

  /** The columns, before all rows. */
  void begin(List<Column> columns) throws IOException;

  /** A row; a cell without a value is null. */
  void row(List<String> cells) throws IOException;

  /** No row follows. */
  void end() throws IOException;
}
