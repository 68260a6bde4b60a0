package inventory.validation.findings;

import inventory.validation.domain.Finding;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * The findings since the last checkpoint. They are on local disk, because there may be many. Each
 * is one line that begins with its state and ends with its id; of those that are not listed, only
 * the id is stored.
 */
public final class FindingsBuffer implements AutoCloseable {

  /** The first line of the list of findings. */
  static final String HEADER = "state,file,line,check,found,expected,warehouse,itemId,id\n";

  private static final CSVFormat FORMAT =
      CSVFormat.DEFAULT.builder().setRecordSeparator('\n').get();

  private static final String FORMULA = "=+-@\t\r";
  private static final Pattern LINE_BREAKS = Pattern.compile("[\\r\\n]+");

  private Path file;
  private CSVPrinter printer;

  /** Adds a finding to the list. */
  public void add(FindingState state, Finding finding) {
    add(state, finding, finding.id());
  }

  /** Adds a line that says how many more findings there are. */
  public void addMore(FindingState state, Finding more) {
    add(state, more, "");
  }

  /** Adds a finding that is not listed, for the next run. */
  public void addUnlisted(Finding finding) {
    print("unlisted", finding.id());
  }

  private void add(FindingState state, Finding finding, String id) {
    print(
        state.label(),
        cell(finding.file()),
        finding.line() == 0 ? "" : finding.line(),
        finding.check(),
        cell(finding.found()),
        cell(finding.expected()),
        cell(finding.warehouse()),
        cell(finding.itemId()),
        id);
  }

  private void print(Object... cells) {
    try {
      if (printer == null) {
        file = Files.createTempFile("findings-", ".csv");
        BufferedWriter writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
        printer = new CSVPrinter(writer, FORMAT);
      }
      printer.printRecord(cells);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write findings to local disk", e);
    }
  }

  /** Names come from files: a spreadsheet must not take one for a formula. */
  private static String cell(String text) {
    boolean isFormula = !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0;
    return LINE_BREAKS.matcher(isFormula ? "'" + text : text).replaceAll(" ");
  }

  /** The findings added since the last {@link #clear}; empty if there are none. */
  public Optional<Path> content() {
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
  public void clear() {
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
