package inventory.launcher.generate;

import inventory.launcher.generate.Catalog.Item;
import inventory.model.FileKind;
import inventory.model.StockKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** Writes the rows of one inventory file and adds the good ones to the expected levels. */
public final class Rows {

  private static final String BYTE_ORDER_MARK = "\uFEFF";
  private static final List<String> TRANSACTIONS =
      List.of("Timestamp", "WarehouseName", "ItemId", "ItemName", "StockLevelChange");
  private static final List<String> COUNTS = List.of("store", "item", "count");

  private final CSVPrinter printer;
  private final ExpectedLevels levels;
  private long good;
  private long bad;

  /** The form of a file. */
  public record Dialect(char delimiter, String lineEnd, boolean byteOrderMark) {

    /** The form of the customer's own samples. */
    public static final Dialect PLAIN = new Dialect('\t', "\n", false);

    private static final List<Dialect> ALL =
        List.of(PLAIN, new Dialect(',', "\r\n", false), new Dialect(';', "\n", true));

    /** Each of three forms in turn; together they have all delimiters. */
    static Dialect number(int index) {
      return ALL.get(index % ALL.size());
    }
  }

  Rows(Appendable text, FileKind kind, Dialect dialect, ExpectedLevels levels) {
    this.levels = levels;
    CSVFormat.Builder format = CSVFormat.DEFAULT.builder().setDelimiter(dialect.delimiter());
    try {
      text.append(dialect.byteOrderMark() ? BYTE_ORDER_MARK : "");
      this.printer = new CSVPrinter(text, format.setRecordSeparator(dialect.lineEnd()).get());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    print((kind == FileKind.COUNT ? COUNTS : TRANSACTIONS).toArray());
  }

  /** Writes a row of a transaction file, its time in UTC. */
  public void change(Instant time, String warehouse, Item item, long units) {
    change(time, ZoneOffset.UTC, warehouse, item, units);
  }

  /** Writes a row of a transaction file, its time with an offset. */
  void change(Instant time, ZoneOffset offset, String warehouse, Item item, long units) {
    String text = DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time.atOffset(offset));
    print(text, warehouse, item.id(), item.name(), units);
    levels.changed(new StockKey(warehouse, item.id()), time, units);
    good++;
  }

  /** Writes a row of a count file that is uploaded at this time. */
  public void count(Instant uploadedAt, String warehouse, Item item, long units) {
    print(warehouse, item.id(), units);
    levels.counted(new StockKey(warehouse, item.id()), uploadedAt, units);
    good++;
  }

  /** Writes a row that must be rejected. */
  void bad(Object... cells) {
    print(cells);
    bad++;
  }

  long good() {
    return good;
  }

  long bad() {
    return bad;
  }

  private void print(Object... cells) {
    try {
      printer.printRecord(cells);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
