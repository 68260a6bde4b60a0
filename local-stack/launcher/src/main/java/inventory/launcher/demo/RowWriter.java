package inventory.launcher.demo;

import inventory.model.StockKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** Writes the rows of one inventory file, however many, and tells what they say. */
public final class RowWriter {

  private static final String BYTE_ORDER_MARK = "\uFEFF";
  private static final Object[] TRANSACTIONS = {
    "Timestamp", "WarehouseName", "ItemId", "ItemName", "StockLevelChange"
  };
  private static final Object[] COUNTS = {"store", "item", "count"};

  private final CSVPrinter printer;
  private final Consumer<Fact> facts;
  private long goodRows;
  private long badRows;

  /**
   * How a file is spelled.
   *
   * @param delimiter what is between its cells
   * @param lineEnd what is after its lines
   * @param byteOrderMark whether one is before it all
   */
  public record Dialect(char delimiter, String lineEnd, boolean byteOrderMark) {

    /** As in the customer's own samples. */
    public static final Dialect PLAIN = new Dialect('\t', "\n", false);

    /** One with each delimiter, each with something that is its own. */
    public static final List<Dialect> ALL =
        List.of(PLAIN, new Dialect(',', "\r\n", false), new Dialect(';', "\n", true));
  }

  private RowWriter(Appendable text, Dialect dialect, Consumer<Fact> facts, Object... header) {
    this.facts = facts;
    CSVFormat format =
        CSVFormat.DEFAULT
            .builder()
            .setDelimiter(dialect.delimiter())
            .setRecordSeparator(dialect.lineEnd())
            .get();
    try {
      if (dialect.byteOrderMark()) {
        text.append(BYTE_ORDER_MARK);
      }
      this.printer = new CSVPrinter(text, format);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    row(header);
  }

  /**
   * Begins a transaction file.
   *
   * @param text takes the file
   * @param facts takes what each good row says
   */
  public static RowWriter ofTransactions(Appendable text, Dialect dialect, Consumer<Fact> facts) {
    return new RowWriter(text, dialect, facts, TRANSACTIONS);
  }

  /**
   * Begins a count file.
   *
   * @param text takes the file
   * @param facts takes what each good row says
   */
  public static RowWriter ofCounts(Appendable text, Dialect dialect, Consumer<Fact> facts) {
    return new RowWriter(text, dialect, facts, COUNTS);
  }

  /** A row of a transaction file, its time in UTC. */
  public void change(Instant time, String warehouse, Item item, long units) {
    change(time, time.toString(), warehouse, item, units);
  }

  /** A row of a transaction file, its time with the warehouse's own offset. */
  public void change(OffsetDateTime time, String warehouse, Item item, long units) {
    String text = DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time);
    change(time.toInstant(), text, warehouse, item, units);
  }

  private void change(Instant time, String text, String warehouse, Item item, long units) {
    good(
        new Fact(new StockKey(warehouse, item.id()), Optional.of(time), units),
        text,
        warehouse,
        item.id(),
        item.name(),
        units);
  }

  /** A row of a count file, where an item's name is its id. */
  public void count(String warehouse, Item item, long units) {
    good(
        new Fact(new StockKey(warehouse, item.id()), Optional.empty(), units),
        warehouse,
        item.id(),
        units);
  }

  private void good(Fact fact, Object... cells) {
    row(cells);
    facts.accept(fact);
    goodRows++;
  }

  /** A row that is to be rejected. */
  public void bad(Object... cells) {
    row(cells);
    badRows++;
  }

  /** How many rows are to be applied. */
  public long goodRows() {
    return goodRows;
  }

  /** How many rows are to be rejected. */
  public long badRows() {
    return badRows;
  }

  private void row(Object... cells) {
    try {
      printer.printRecord(cells);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
