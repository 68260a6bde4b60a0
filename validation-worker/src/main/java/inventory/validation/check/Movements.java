package inventory.validation.check;

import inventory.model.FileKind;
import inventory.model.movement.Movement;
import inventory.validation.domain.Check;
import inventory.validation.domain.FileFacts;
import inventory.validation.domain.FileFacts.Counted;
import inventory.validation.domain.FileFacts.Pair;
import inventory.validation.domain.FileRecord;
import inventory.validation.domain.Finding;
import inventory.validation.domain.Report;
import inventory.validation.domain.Severity;
import java.math.BigInteger;
import java.util.List;

/**
 * The rows of a file, read again, add up to the movements in the table, for each item and in total,
 * and their number matches the file's record.
 */
public final class Movements implements Check {

  @Override
  public String name() {
    return "movements";
  }

  @Override
  public Severity severity() {
    return Severity.WRONG;
  }

  @Override
  public void file(FileFacts file, Report report) {
    if (!file.isRead()) {
      return;
    }
    Sum sum = new Sum();
    Counted counted = file.forEach(pairs -> check(file, pairs, sum, report));
    FileRecord record = file.record();
    if (counted.good() != record.rowsApplied() || counted.bad() != record.rowsRejected()) {
      report.add(
          Finding.ofFile(
              this,
              record.upload().key(),
              "a record with %d rows applied and %d rejected"
                  .formatted(record.rowsApplied(), record.rowsRejected()),
              "%d good rows and %d bad ones".formatted(counted.good(), counted.bad())));
    }
    if (!sum.differs && record.kind() == FileKind.TRANSACTIONS && !sum.units.equals(file.total())) {
      report.add(
          Finding.ofFile(
              this,
              record.upload().key(),
              "movements of %s units in total".formatted(sum.units),
              "%s units, the sum of its rows".formatted(file.total())));
    }
  }

  private void check(FileFacts file, List<Pair> pairs, Sum sum, Report report) {
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

  private Finding finding(FileFacts file, Movement read, String found, String expected) {
    return Finding.ofLine(
        this, file.record().upload().key(), read.firstLine(), read.key(), found, expected);
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
