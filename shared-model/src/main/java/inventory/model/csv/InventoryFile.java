package inventory.model.csv;

import inventory.model.StockKey;
import inventory.model.csv.RecordParser.OpenQuoteException;
import inventory.model.csv.RowParser.BadCellException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.commons.csv.CSVRecord;

/**
 * A warehouse's file, read once from beginning to end: the header on opening, then every row, good
 * or bad, in order. Memory does not grow with the file.
 */
public final class InventoryFile {

  /**
   * The version of the rules that turn bytes into rows. Raise it with every change after which some
   * file would give different rows. A half-applied file must not be completed by different rules,
   * because its movements might then get other keys and count twice.
   */
  public static final int RULES = 2;

  /** The most lines that a quoted cell may span before its quote is treated as stray. */
  private static final int MAX_JOINED_LINES = 20;

  private static final int[] UTF8_MARK = {0xEF, 0xBB, 0xBF};

  private final LineReader lines;
  private final Deque<Line> lookedAhead = new ArrayDeque<>();
  private final Header header;
  private final RecordParser records;
  private final RowParser rows;

  /**
   * Opens a file and reads its header.
   *
   * @param in the file's bytes; the caller closes it
   * @param uploadedAt the time of the counts in a count file
   * @throws UnreadableFileException if the file is empty, is not text, or has an unknown header
   */
  public InventoryFile(InputStream in, Instant uploadedAt)
      throws IOException, UnreadableFileException {
    lines = new LineReader(withoutMark(in));
    header = readHeader();
    records = new RecordParser(header.delimiter());
    rows = new RowParser(header, uploadedAt);
  }

  /** The header of the file. */
  public Header header() {
    return header;
  }

  /** Reads all rows and passes each to one of the two consumers. */
  public void forEach(Consumer<Row> onRow, Consumer<Reject> onReject) throws IOException {
    for (Optional<Line> line = next(); line.isPresent(); line = next()) {
      if (!line.get().isBlank()) {
        read(line.get(), onRow, onReject);
      }
    }
  }

  /**
   * Reads the good rows of some items. For a single item this is much faster than {@link #forEach},
   * because it does not parse lines that cannot be such a row.
   */
  public void forEachOf(Set<StockKey> keys, Consumer<Row> onRow) throws IOException {
    Consumer<Row> ifWanted =
        row -> {
          if (keys.contains(row.key())) {
            onRow.accept(row);
          }
        };
    String itemId = keys.size() == 1 ? keys.iterator().next().itemId() : "";
    for (Optional<Line> line = next(); line.isPresent(); line = next()) {
      if (mayHave(line.get(), itemId)) {
        read(line.get(), ifWanted, reject -> {});
      }
    }
  }

  /** A line with a quote is always parsed, because it may continue on the next lines. */
  private static boolean mayHave(Line line, String itemId) {
    return line.text().contains(itemId) || line.text().indexOf('"') >= 0;
  }

  private void read(Line line, Consumer<Row> onRow, Consumer<Reject> onReject) throws IOException {
    if (line.problem().isPresent()) {
      onReject.accept(reject(line, line.problem().get()));
      return;
    }
    CSVRecord cells;
    try {
      cells = records.parse(line.text());
    } catch (OpenQuoteException e) {
      onReject.accept(reject(line, openQuote(line)));
      return;
    } catch (IOException e) {
      onReject.accept(reject(line, e.getMessage()));
      return;
    }
    try {
      onRow.accept(rows.parse(line.number(), cells));
    } catch (BadCellException e) {
      onReject.accept(new Reject(line.number(), e.column(), e.getMessage(), cells.toList()));
    }
  }

  /**
   * CSV allows line breaks in a cell, but none of our columns does. If the quote is closed within a
   * few lines, those lines are one bad row. Otherwise it is a stray quote, and the lines after it
   * are separate rows.
   */
  private String openQuote(Line first) throws IOException {
    Deque<Line> joined = new ArrayDeque<>();
    StringBuilder text = new StringBuilder(first.text());
    while (joined.size() < MAX_JOINED_LINES && text.length() < LineReader.MAX_LINE_BYTES) {
      Optional<Line> next = next();
      if (next.isEmpty()) {
        break;
      }
      joined.addLast(next.get());
      text.append('\n').append(next.get().text());
      if (isRow(text.toString())) {
        return "a quoted cell contains a line break, up to line " + next.get().number();
      }
    }
    joined.descendingIterator().forEachRemaining(lookedAhead::addFirst);
    return "a quoted cell is not closed";
  }

  private boolean isRow(String text) {
    try {
      return RecordParser.parseJoined(text, header.delimiter()).size() == header.size();
    } catch (IOException e) {
      // Still open, or closed by a quote of another row: the caller tries with one more line.
      return false;
    }
  }

  private Optional<Line> next() throws IOException {
    Line ahead = lookedAhead.pollFirst();
    return ahead == null ? lines.next() : Optional.of(ahead);
  }

  private Header readHeader() throws IOException, UnreadableFileException {
    for (Optional<Line> line = lines.next(); line.isPresent(); line = lines.next()) {
      if (line.get().problem().isPresent()) {
        throw new UnreadableFileException(
            "the file is not UTF-8 text: in its first line, " + line.get().problem().get());
      }
      if (!line.get().isBlank()) {
        return Header.parse(line.get().text());
      }
    }
    throw new UnreadableFileException("the file is empty");
  }

  private static Reject reject(Line line, String reason) {
    return new Reject(line.number(), "", reason, List.of(line.text()));
  }

  private static InputStream withoutMark(InputStream in) throws IOException {
    BufferedInputStream buffered = new BufferedInputStream(in);
    buffered.mark(UTF8_MARK.length);
    for (int expected : UTF8_MARK) {
      if (buffered.read() != expected) {
        buffered.reset();
        break;
      }
    }
    return buffered;
  }
}
