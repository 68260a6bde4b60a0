package inventory.validation.check;

import inventory.model.FileStatus;
import inventory.validation.domain.Check;
import inventory.validation.domain.FileFacts;
import inventory.validation.domain.FileRecord;
import inventory.validation.domain.Finding;
import inventory.validation.domain.Report;
import inventory.validation.domain.Severity;

/** A file with rows that are not in the levels. */
public final class Rejected implements Check {

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
    if (status == FileStatus.REJECTED || status == FileStatus.HELD || record.rowsRejected() > 0) {
      report.add(
          Finding.ofFile(
              this,
              record.upload().key(),
              "%s: %s".formatted(status, record.reason()),
              "a file whose rows are all applied"));
    }
  }
}
