package inventory.model.csv;

import java.util.List;

/**
 * A row that cannot be applied.
 *
 * @param line its line number, the header being line 1
 * @param column the column at fault; empty where it is the row as a whole
 * @param reason what is wrong with it, in words for people
 * @param cells the row's cells as they were read; its text in one cell where they cannot be told
 */
public record Reject(int line, String column, String reason, List<String> cells) {

  /** Cells are copied, so that a reject never changes. */
  public Reject {
    cells = List.copyOf(cells);
  }
}
