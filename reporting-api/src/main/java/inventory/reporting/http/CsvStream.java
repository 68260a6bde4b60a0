package inventory.reporting.http;

import inventory.reporting.domain.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** The bytes of a list as CSV, with one page at a time in memory. */
final class CsvStream<T, P> extends InputStream {

  private final List<Column<T>> columns;
  private final Function<Optional<P>, Page<T, P>> reader;
  private byte[] bytes;
  private int position;
  private Optional<P> next;

  /** Reads the first page. */
  CsvStream(List<Column<T>> columns, Optional<P> after, Function<Optional<P>, Page<T, P>> reader) {
    this.columns = columns;
    this.reader = reader;
    Page<T, P> first = reader.apply(after);
    bytes = text(true, first.entries());
    next = first.next();
  }

  @Override
  public int read() {
    return hasBytes() ? bytes[position++] & 0xff : -1;
  }

  @Override
  public int read(byte[] target, int offset, int length) {
    if (length == 0) {
      return 0;
    }
    if (!hasBytes()) {
      return -1;
    }
    int count = Math.min(length, bytes.length - position);
    System.arraycopy(bytes, position, target, offset, count);
    position += count;
    return count;
  }

  private boolean hasBytes() {
    while (position == bytes.length && next.isPresent()) {
      Page<T, P> page = reader.apply(next);
      bytes = text(false, page.entries());
      next = page.next();
      position = 0;
    }
    return position < bytes.length;
  }

  private byte[] text(boolean withTitles, List<T> entries) {
    StringBuilder text = new StringBuilder();
    try (CSVPrinter printer = new CSVPrinter(text, CSVFormat.RFC4180)) {
      if (withTitles) {
        printer.printRecord(columns.stream().map(Column::title));
      }
      for (T entry : entries) {
        printer.printRecord(
            columns.stream().map(column -> Csv.defused(column.cell().apply(entry))));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory cannot fail", e);
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }
}
