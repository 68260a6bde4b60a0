package inventory.validation.check;

import inventory.validation.domain.Check;
import inventory.validation.domain.Report;
import inventory.validation.domain.Severity;
import inventory.validation.domain.Transaction;
import java.time.Duration;
import java.time.Instant;

/**
 * A transaction later than the arrival of its file: a wrong clock or a wrong UTC offset. It matters
 * most for counted items, because a count that arrives in between does not undo it.
 */
public final class FutureTimestamp extends Check {

  /** How far a warehouse's clock may be ahead. */
  private static final Duration TOLERANCE = Duration.ofMinutes(5);

  /** Creates the check. */
  public FutureTimestamp() {
    super("future-timestamp", Severity.SUSPECT);
  }

  @Override
  public void transaction(Transaction transaction, Report report) {
    Instant arrived = transaction.file().upload().uploadedAt();
    if (transaction.row().time().isAfter(arrived.plus(TOLERANCE))) {
      report.add(
          transaction.finding(
              this,
              transaction.row().time().toString(),
              "at most %d minutes after the file's arrival at %s"
                  .formatted(TOLERANCE.toMinutes(), arrived)));
    }
  }
}
