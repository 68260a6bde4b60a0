package inventory.validation.check;

import inventory.model.FileStatus;
import inventory.validation.domain.Check;
import inventory.validation.domain.FileFacts;
import inventory.validation.domain.FileRecord;
import inventory.validation.domain.Finding;
import inventory.validation.domain.Report;
import inventory.validation.domain.Severity;
import java.util.EnumSet;
import java.util.Set;

/** A file with rows that are not in the levels. */
public final class Rejected implements Check {

  private static final Set<FileStatus> LOST =
      EnumSet.of(FileStatus.REJECTED, FileStatus.HELD, FileStatus.INCOMPLETE);

  @Override
  public String name() {
    return "rejected";
  }

  @Override
  public Severity severity() {
    return Severity.LOST;
  }

  @Override
  public void file(FileFacts file, Report report) {
    FileRecord record = file.record();
    FileStatus status = record.status();
    if (LOST.contains(status) || record.rowsRejected() > 0) {
      report.add(
          Finding.ofFile(
              this,
              record.upload().key(),
              "%s: %s".formatted(status, record.reason()),
              "a file whose rows are all applied"));
    }
  }
}
