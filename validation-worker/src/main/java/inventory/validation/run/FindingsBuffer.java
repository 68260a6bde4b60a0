package inventory.validation.run;

import inventory.validation.domain.Finding;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** The findings since the last checkpoint. They are on local disk, because there may be many. */
final class FindingsBuffer implements AutoCloseable {

  /** The first line of the list of findings. */
  static final String HEADER = "file,line,check,found,expected,warehouse,itemId\n";

  private static final CSVFormat FORMAT =
      CSVFormat.DEFAULT.builder().setRecordSeparator('\n').get();

  private static final String FORMULA = "=+-@\t\r";

  private Path file;
  private CSVPrinter printer;

  void add(Finding finding) {
    try {
      if (printer == null) {
        file = Files.createTempFile("findings-", ".csv");
        BufferedWriter writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
        printer = new CSVPrinter(writer, FORMAT);
      }
      printer.printRecord(
          defused(finding.file()),
          finding.line() == 0 ? "" : finding.line(),
          finding.check(),
          defused(finding.found()),
          defused(finding.expected()),
          defused(finding.warehouse()),
          defused(finding.itemId()));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write findings to local disk", e);
    }
  }

  /** Names come from files: a spreadsheet must not take one for a formula. */
  private static String defused(String text) {
    boolean isFormula = !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0;
    return isFormula ? "'" + text : text;
  }

  /** The findings added since the last {@link #clear}; empty if there are none. */
  Optional<Path> content() {
    if (printer == null) {
      return Optional.empty();
    }
    try {
      printer.flush();
      return Optional.of(file);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write findings to local disk", e);
    }
  }

  /** Deletes the findings. */
  void clear() {
    try {
      if (printer != null) {
        printer.close();
        Files.deleteIfExists(file);
        printer = null;
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot delete the temporary file " + file, e);
    }
  }

  @Override
  public void close() {
    clear();
  }
}
