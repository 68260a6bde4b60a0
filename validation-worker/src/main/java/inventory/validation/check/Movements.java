package inventory.validation.check;

import inventory.model.FileKind;
import inventory.model.inbox.Upload;
import inventory.model.movement.Movement;
import inventory.validation.domain.Check;
import inventory.validation.domain.FileRecord;
import inventory.validation.domain.FileRecords.Pair;
import inventory.validation.domain.FileSums;
import inventory.validation.domain.FileSums.Counted;
import inventory.validation.domain.Finding;
import inventory.validation.domain.Report;
import inventory.validation.domain.Severity;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;

/**
 * The rows of a file, read again, add up to the movements in the table, for each item and in total,
 * and their number matches the file's record.
 */
public final class Movements extends Check {

  /** Creates the check. */
  public Movements() {
    super("movements", Severity.WRONG);
  }

  @Override
  public void file(FileRecord record, Optional<FileSums> sums, Report report) {
    sums.ifPresent(read -> check(record, read, report));
  }

  private void check(FileRecord record, FileSums file, Report report) {
    Sum sum = new Sum();
    Counted counted = file.forEach(pairs -> check(record, pairs, sum, report));
    if (counted.good() != record.rowsApplied() || counted.bad() != record.rowsRejected()) {
      report.add(
          Finding.ofFile(
              this,
              record.upload().key(),
              record.upload().fileId(),
              "a record with %d rows applied and %d rejected"
                  .formatted(record.rowsApplied(), record.rowsRejected()),
              "%d good rows and %d bad ones".formatted(counted.good(), counted.bad())));
    }
    if (!sum.differs && record.kind() == FileKind.TRANSACTIONS && !sum.units.equals(file.total())) {
      report.add(
          Finding.ofFile(
              this,
              record.upload().key(),
              record.upload().fileId(),
              "movements of %s units in total".formatted(sum.units),
              "%s units, the sum of its rows".formatted(file.total())));
    }
  }

  private void check(FileRecord file, List<Pair> pairs, Sum sum, Report report) {
    for (Pair pair : pairs) {
      Movement read = pair.read();
      sum.units = sum.units.add(pair.recorded().map(Movement::total).orElse(BigInteger.ZERO));
      String found = pair.recorded().map(Movements::describe).orElse("no movement");
      if (!found.equals(describe(read))) {
        sum.differs = true;
        report.add(finding(file, read, found, describe(read)));
      } else if (!pair.hasLevel()) {
        report.add(finding(file, read, "no level", "a level that includes " + describe(read)));
      }
    }
  }

  private Finding finding(FileRecord file, Movement read, String found, String expected) {
    Upload upload = file.upload();
    return Finding.ofLine(
        this, upload.key(), upload.fileId(), read.firstLine(), read.key(), found, expected);
  }

  private static String describe(Movement movement) {
    String what =
        movement.kind() == Movement.Kind.COUNT
            ? "a count of %s".formatted(movement.total())
            : "a change of %s in %d rows".formatted(movement.total(), movement.rowCount());
    return movement.kind() == Movement.Kind.CHANGE && movement.rowCount() == 1
        ? "a change of %s in 1 row".formatted(movement.total())
        : what;
  }

  private static final class Sum {
    private BigInteger units = BigInteger.ZERO;
    private boolean differs;
  }
}
