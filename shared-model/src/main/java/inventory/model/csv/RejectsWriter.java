package inventory.model.csv;

import inventory.model.inbox.RejectsFile;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * Writes rejected rows as a file like the original, followed by the line, column and reason of each
 * row. A person can correct the file and drop it again as it is.
 */
public final class RejectsWriter implements RejectsFile.Writer<Reject> {

  private final CSVPrinter printer;
  private final Header original;

  /** Writes the header: the original's columns and the three columns of a reject. */
  public RejectsWriter(OutputStream out, Header original) throws IOException {
    CSVFormat format =
        CSVFormat.DEFAULT
            .builder()
            .setDelimiter(original.delimiter())
            .setRecordSeparator('\n')
            .get();
    printer = new CSVPrinter(new OutputStreamWriter(out, StandardCharsets.UTF_8), format);
    this.original = original;
    List<String> titles = new ArrayList<>();
    original.columns().forEach(column -> titles.add(column.title()));
    titles.add(Column.REJECTED_LINE.title());
    titles.add(Column.REJECTED_COLUMN.title());
    titles.add(Column.REJECTED_REASON.title());
    printer.printRecord(titles);
  }

  /** Appends a row; missing cells are written as empty, and surplus cells are left out. */
  @Override
  public void write(Reject reject) throws IOException {
    List<Object> cells = new ArrayList<>();
    if (reject.cells().size() == 1) {
      // The text of a row whose cells cannot be separated.
      cells.addAll(reject.cells());
    } else {
      original.columns().forEach(column -> cells.add(cell(reject, original.indexOf(column))));
    }
    while (cells.size() < original.columns().size()) {
      cells.add("");
    }
    cells.add(reject.line());
    cells.add(reject.column());
    cells.add(reject.reason());
    printer.printRecord(cells);
  }

  private static String cell(Reject reject, int index) {
    return index < reject.cells().size() ? reject.cells().get(index) : "";
  }

  @Override
  public void close() throws IOException {
    printer.close();
  }
}
