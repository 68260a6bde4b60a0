package inventory.launcher.sql;

import java.io.IOException;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** Writes a result as CSV with a header, row by row; an empty cell without quotes is null. */
public final class CsvOutput implements ResultOutput {

  private static final CSVFormat FORMAT =
      CSVFormat.DEFAULT.builder().setRecordSeparator('\n').get();

  private final Appendable text;
  private CSVPrinter printer;

  /** Writes it there. */
  public CsvOutput(Appendable text) {
    this.text = text;
  }

  @Override
  public void begin(List<Column> columns) throws IOException {
    printer = new CSVPrinter(text, FORMAT);
    printer.printRecord(columns.stream().map(Column::title).toList());
  }

  @Override
  public void row(List<String> cells) throws IOException {
    printer.printRecord(cells);
  }

  @Override
  public void end() throws IOException {
    printer.flush();
  }
}
