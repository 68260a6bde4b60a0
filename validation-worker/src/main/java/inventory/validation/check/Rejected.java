package inventory.validation.check;

import inventory.model.FileStatus;
import inventory.validation.domain.Check;
import inventory.validation.domain.FileRecord;
import inventory.validation.domain.FileSums;
import inventory.validation.domain.Finding;
import inventory.validation.domain.Report;
import inventory.validation.domain.Severity;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** A file with rows that are not in the levels. */
public final class Rejected extends Check {

  private static final Set<FileStatus> LOST =
      EnumSet.of(FileStatus.REJECTED, FileStatus.HELD, FileStatus.INCOMPLETE);

  /** Creates the check. */
  public Rejected() {
    super("rejected", Severity.LOST);
  }

  @Override
  public void file(FileRecord record, Optional<FileSums> sums, Report report) {
    FileStatus status = record.status();
    if (LOST.contains(status) || record.rowsRejected() > 0) {
      report.add(
          Finding.ofFile(
              this,
              record.upload().key(),
              record.upload().fileId(),
              "%s: %s".formatted(status, record.reason()),
              "a file whose rows are all applied"));
    }
  }
}
