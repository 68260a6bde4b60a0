package inventory.model.csv;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Splits lines into cells with commons-csv, through one parser that gets one row at a time. An open
 * quote can therefore never swallow the rows after it.
 */
final class RecordParser {

  private final CSVFormat format;
  private final Feed feed = new Feed();
  private Iterator<CSVRecord> records;

  RecordParser(char delimiter) {
    format = CSVFormat.DEFAULT.builder().setDelimiter(delimiter).setRecordSeparator('\n').get();
    records = newParser();
  }

  /** A row that ends within a quoted cell and may continue on the next line. */
  static final class OpenQuoteException extends IOException {
    private static final long serialVersionUID = 1L;
  }

  /** The cells of a header line; empty if it is not CSV with that delimiter. */
  static Optional<List<String>> parseOne(String line, char delimiter) {
    try {
      return Optional.of(new RecordParser(delimiter).parse(line).toList());
    } catch (IOException e) {
      // Not a header with this delimiter: the caller tries the others, then reports it.
      return Optional.empty();
    }
  }

  /**
   * Splits several lines that a quoted cell may join to one row. Uses a new parser: if the row ends
   * before the lines do, the parser would keep the rest for the next row.
   *
   * @throws OpenQuoteException if a quoted cell is still open at the end
   * @throws IOException if a quoted cell is followed by something else than a delimiter
   */
  static CSVRecord parseJoined(String lines, char delimiter) throws IOException {
    return new RecordParser(delimiter).parse(lines);
  }

  /**
   * Splits one row.
   *
   * @param row a line; not blank
   * @throws OpenQuoteException if a quoted cell is still open at the end
   * @throws IOException if a quoted cell is followed by something else than a delimiter, or the row
   *     contains a carriage return
   */
  CSVRecord parse(String row) throws IOException {
    // CSV treats it as a line break: the rest would be parsed as the row of the next line.
    if (row.indexOf('\r') >= 0) {
      throw new IOException("the row contains a carriage return");
    }
    feed.offer(row);
    try {
      return records.next();
    } catch (UncheckedIOException | NoSuchElementException | IllegalStateException e) {
      // The parser stopped within a row: only a new one certainly starts at the next row.
      records = newParser();
      throw openQuoteOr(e);
    }
  }

  private IOException openQuoteOr(RuntimeException e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof OpenQuoteException openQuote) {
        return openQuote;
      }
    }
    return new IOException("a quoted cell is not followed by a delimiter", e);
  }

  private Iterator<CSVRecord> newParser() {
    try {
      return CSVParser.builder().setReader(feed).setFormat(format).get().iterator();
    } catch (IOException e) {
      throw new UncheckedIOException("the feed does not fail on opening", e);
    }
  }

  /** Gives the parser exactly one row, and fails if it reads further before the row ends. */
  private static final class Feed extends Reader {

    private String row = "";
    private int position;

    void offer(String next) {
      row = next + "\n";
      position = 0;
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
      int count = Math.min(length, row.length() - position);
      if (count == 0) {
        throw new OpenQuoteException();
      }
      row.getChars(position, position + count, target, offset);
      position += count;
      return count;
    }

    @Override
    public void close() {
      // Nothing to close.
    }
  }
}
