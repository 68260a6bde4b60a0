package inventory.local.demo;

import inventory.model.FileStatus;
import inventory.model.StockKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** Writes one inventory file and remembers what it says. */
final class FileWriter {

  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private final StringBuilder text = new StringBuilder();
  private final List<Fact> facts = new ArrayList<>();
  private final CSVPrinter printer;
  private int badRows;

  /** How a file is spelled: what is between its cells and its lines, and what is before it all. */
  record Dialect(char delimiter, String lineEnd, boolean byteOrderMark) {}

  FileWriter(Dialect dialect, Object... header) {
    if (dialect.byteOrderMark()) {
      text.append(BYTE_ORDER_MARK);
    }
    CSVFormat format =
        CSVFormat.DEFAULT
            .builder()
            .setDelimiter(dialect.delimiter())
            .setRecordSeparator(dialect.lineEnd())
            .get();
    try {
      this.printer = new CSVPrinter(text, format);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    row(header);
  }

  /** A row of a transaction file. */
  void change(Instant time, String warehouse, Item item, long units) {
    row(time, warehouse, item.id(), item.name(), units);
    facts.add(new Fact(new StockKey(warehouse, item.id()), Optional.of(time), units));
  }

  /** A row of a count file, where an item's name is its id. */
  void count(String warehouse, Item item, long units) {
    row(warehouse, item.id(), units);
    facts.add(new Fact(new StockKey(warehouse, item.id()), Optional.empty(), units));
  }

  /** A row that is to be rejected. */
  void bad(Object... cells) {
    row(cells);
    badRows++;
  }

  DemoFile file(String key) {
    FileStatus status = badRows == 0 ? FileStatus.APPLIED : FileStatus.PARTIAL;
    return new DemoFile(key, text.toString(), facts, status, badRows);
  }

  private void row(Object... cells) {
    try {
      printer.printRecord(cells);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
