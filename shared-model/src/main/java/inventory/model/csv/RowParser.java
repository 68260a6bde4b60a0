package inventory.model.csv;

import inventory.model.FileKind;
import inventory.model.Names;
import inventory.model.Shortened;
import inventory.model.StockKey;
import java.time.Instant;
import java.util.Optional;
import org.apache.commons.csv.CSVRecord;

/** Turns the cells of a row into a fact, or names the bad column and the reason. */
final class RowParser {

  private static final int SHOWN_LENGTH = 40;

  private final Header header;
  private final Instant uploadedAt;

  RowParser(Header header, Instant uploadedAt) {
    this.header = header;
    this.uploadedAt = uploadedAt;
  }

  /** A bad cell; the message is the reason. */
  static final class BadCellException extends Exception {
    private static final long serialVersionUID = 1L;
    private final String column;

    BadCellException(String column, String reason) {
      // Rejects are expected and may be many: without a stack trace they cost almost nothing.
      super(reason, null, false, false);
      this.column = column;
    }

    String column() {
      return column;
    }
  }

  Row parse(int line, CSVRecord cells) throws BadCellException {
    if (cells.size() != header.size()) {
      throw new BadCellException(
          "", "the row has %d columns, the header %d".formatted(cells.size(), header.size()));
    }
    return header.kind() == FileKind.COUNT ? count(line, cells) : transaction(line, cells);
  }

  private Row transaction(int line, CSVRecord cells) throws BadCellException {
    Instant time = timestamp(cells);
    StockKey key = new StockKey(name(cells, Column.WAREHOUSE_NAME), name(cells, Column.ITEM_ID));
    String itemName = name(cells, Column.ITEM_NAME);
    return new Row(line, key, itemName, time, wholeNumber(cells, Column.STOCK_LEVEL_CHANGE));
  }

  private Row count(int line, CSVRecord cells) throws BadCellException {
    StockKey key = new StockKey(name(cells, Column.STORE), name(cells, Column.ITEM));
    long count = wholeNumber(cells, Column.COUNT);
    if (count < 0) {
      throw new BadCellException(Column.COUNT.title(), "\"" + count + "\" is below 0");
    }
    return new Row(line, key, key.itemId(), uploadedAt, count);
  }

  private Instant timestamp(CSVRecord cells) throws BadCellException {
    String text = cells.get(header.indexOf(Column.TIMESTAMP));
    Optional<Instant> instant = Timestamps.parse(text);
    if (instant.isEmpty()) {
      throw new BadCellException(
          Column.TIMESTAMP.title(),
          shown(text) + " is not an ISO 8601 timestamp with an offset, from 1970 to 2199");
    }
    return instant.get();
  }

  private String name(CSVRecord cells, Column column) throws BadCellException {
    String name = cells.get(header.indexOf(column));
    Optional<String> problem = Names.problemWith(name);
    if (problem.isPresent()) {
      throw new BadCellException(column.title(), problem.get());
    }
    return name;
  }

  private long wholeNumber(CSVRecord cells, Column column) throws BadCellException {
    String text = cells.get(header.indexOf(column));
    try {
      return Long.parseLong(text.strip());
    } catch (NumberFormatException e) {
      throw new BadCellException(
          column.title(), shown(text) + " is not a whole number of at most 64 bits");
    }
  }

  private static String shown(String text) {
    return "\"" + Shortened.text(text, SHOWN_LENGTH) + "\"";
  }
}
