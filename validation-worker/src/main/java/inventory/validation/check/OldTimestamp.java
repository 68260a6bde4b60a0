package inventory.validation.check;

import inventory.validation.domain.Check;
import inventory.validation.domain.Report;
import inventory.validation.domain.Severity;
import inventory.validation.domain.Transaction;
import java.time.Duration;
import java.time.Instant;

/** A transaction long before the arrival of its file: a wrong clock or an old file. */
public final class OldTimestamp extends Check {

  private final int maxAgeDays;

  /**
   * Creates the check.
   *
   * @param maxAgeDays how many days before its file's arrival a transaction may have happened
   */
  public OldTimestamp(int maxAgeDays) {
    super("old-timestamp", Severity.SUSPECT);
    this.maxAgeDays = maxAgeDays;
  }

  @Override
  public void transaction(Transaction transaction, Report report) {
    Instant arrived = transaction.file().upload().uploadedAt();
    if (transaction.row().time().isBefore(arrived.minus(Duration.ofDays(maxAgeDays)))) {
      report.add(
          transaction.finding(
              this,
              transaction.row().time().toString(),
              "at most %d days before the file's arrival at %s".formatted(maxAgeDays, arrived)));
    }
  }
}
