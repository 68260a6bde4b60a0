package inventory.validation.check;

import inventory.validation.domain.Check;
import inventory.validation.domain.Report;
import inventory.validation.domain.Severity;
import inventory.validation.domain.Transaction;
import java.time.Duration;
import java.time.Instant;

/**
 * A transaction later than the arrival of its file: a clock that is wrong, or an offset. It matters
 * most where items are counted, as a count that comes meanwhile does not undo it.
 */
public final class FutureTimestamp implements Check {

  /** How far the clocks of warehouses may be ahead. */
  private static final Duration TOLERANCE = Duration.ofMinutes(5);

  @Override
  public String name() {
    return "future-timestamp";
  }

  @Override
  public Severity severity() {
    return Severity.SUSPECT;
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
