package inventory.reporting.domain.runs;

import inventory.model.AlertRecord.Decision;
import inventory.model.Shortened;
import inventory.model.audit.AuditAction;
import inventory.model.audit.AuditEntry;
import inventory.model.finding.AcceptedFindingItem;
import inventory.model.table.RunItem;
import inventory.reporting.domain.NoSuchRecordException;
import inventory.reporting.domain.files.InboxFiles;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/**
 * Accepts findings of the validation. Their values are recorded, as a run states them: among its
 * worst findings, or in its list, which is then read up to the finding; new findings come first
 * there.
 */
public final class FindingDecisions {

  private static final CSVFormat LIST =
      CSVFormat.DEFAULT
          .builder()
          .setHeader(
              "state", "file", "line", "check", "found", "expected", "warehouse", "itemId", "id")
          .get();

  private static final int MAX_DETAIL = 200;

  private final ValidationRuns runs;
  private final InboxFiles files;

  /** Reads runs and their lists of findings. */
  public FindingDecisions(ValidationRuns runs, InboxFiles files) {
    this.runs = runs;
    this.files = files;
  }

  /**
   * Accepts a finding until a time.
   *
   * @throws NoSuchRecordException if the run does not state a finding with this id
   */
  public AcceptedFindingItem accept(
      RunItem run, String findingId, Instant until, Decision decision) {
    RunItem.Finding finding =
        run.worst().stream()
            .filter(one -> one.id().equals(findingId))
            .findFirst()
            .or(() -> listed(run, findingId))
            .orElseThrow(
                () -> new NoSuchRecordException("finding of run " + run.runId(), findingId));
    AcceptedFindingItem accepted = new AcceptedFindingItem(finding, run.runId(), decision, until);
    String what = Shortened.text(finding.check() + ": " + finding.found().orElse(""), MAX_DETAIL);
    runs.accept(accepted, AuditEntry.on(findingId, AuditAction.ACCEPT_FINDING, decision, what));
    return accepted;
  }

  /** Makes a finding count again, if it does not. */
  public void withdraw(String findingId, Decision decision) {
    runs.withdraw(findingId, AuditEntry.on(findingId, AuditAction.WITHDRAW_FINDING, decision, ""));
  }

  private Optional<RunItem.Finding> listed(RunItem run, String findingId) {
    return run.findingsKey()
        .flatMap(files::open)
        .flatMap(content -> lineOf(content, findingId))
        .map(FindingDecisions::finding);
  }

  /** A finding is one line, which ends with its id. */
  private static Optional<String> lineOf(InboxFiles.Content content, String findingId) {
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(content.stream(), StandardCharsets.UTF_8))) {
      return lines.lines().filter(line -> line.endsWith("," + findingId)).findFirst();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the list of findings", e);
    }
  }

  private static RunItem.Finding finding(String line) {
    try {
      CSVRecord row = LIST.parse(new StringReader(line)).iterator().next();
      return new RunItem.Finding(
          row.get("id"),
          row.get("state").equals("new"),
          row.get("check"),
          cell(row, "file"),
          cell(row, "line").map(Integer::valueOf),
          cell(row, "warehouse"),
          cell(row, "itemId"),
          cell(row, "found"),
          cell(row, "expected"));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read a line of the list of findings", e);
    }
  }

  private static Optional<String> cell(CSVRecord row, String column) {
    return Optional.of(row.get(column)).filter(text -> !text.isEmpty());
  }
}
