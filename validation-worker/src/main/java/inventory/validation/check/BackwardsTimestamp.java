package inventory.validation.check;

import inventory.validation.domain.Check;
import inventory.validation.domain.Report;
import inventory.validation.domain.Severity;
import inventory.validation.domain.Transaction;

/** A row that is earlier than the previous good row: files are written in chronological order. */
public final class BackwardsTimestamp extends Check {

  /** Creates the check. */
  public BackwardsTimestamp() {
    super("backwards-timestamp", Severity.SUSPECT);
  }

  @Override
  public void transaction(Transaction transaction, Report report) {
    transaction
        .previous()
        .filter(previous -> transaction.row().time().isBefore(previous.time()))
        .ifPresent(
            previous ->
                report.add(
                    transaction.finding(
                        this,
                        transaction.row().time().toString(),
                        "%s or later, the time in line %d"
                            .formatted(previous.time(), previous.line()))));
  }
}
