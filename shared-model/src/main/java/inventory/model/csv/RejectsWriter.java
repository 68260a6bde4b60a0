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
  private final int columns;

  /** Writes the header: the original's columns and the three columns of a reject. */
  public RejectsWriter(OutputStream out, Header original) throws IOException {
    CSVFormat format =
        CSVFormat.DEFAULT
            .builder()
            .setDelimiter(original.delimiter())
            .setRecordSeparator('\n')
            .get();
    printer = new CSVPrinter(new OutputStreamWriter(out, StandardCharsets.UTF_8), format);
    columns = original.titles().size();
    List<String> titles = new ArrayList<>(original.titles());
    titles.add(Column.REJECTED_LINE.title());
    titles.add(Column.REJECTED_COLUMN.title());
    titles.add(Column.REJECTED_REASON.title());
    printer.printRecord(titles);
  }

  /** Appends a row; missing cells are written as empty, and surplus cells are left out. */
  @Override
  public void write(Reject reject) throws IOException {
    List<Object> cells = new ArrayList<>();
    for (int i = 0; i < columns; i++) {
      cells.add(i < reject.cells().size() ? reject.cells().get(i) : "");
    }
    cells.add(reject.line());
    cells.add(reject.column());
    cells.add(reject.reason());
    printer.printRecord(cells);
  }

  @Override
  public void close() throws IOException {
    printer.close();
  }
}
