package inventory.model.csv;

import java.util.List;

/**
 * A row that cannot be applied.
 *
 * @param line its line number; the header is line 1
 * @param column the bad column; empty if it is the row as a whole
 * @param reason what is wrong, in words for people
 * @param cells the row's cells as read; if they cannot be separated, its text in one cell
 */
public record Reject(int line, String column, String reason, List<String> cells) {

  /** Copies the cells. */
  public Reject {
    cells = List.copyOf(cells);
  }
}
