package inventory.validation.check;

import inventory.validation.domain.Check;
import inventory.validation.domain.Report;
import inventory.validation.domain.Severity;
import inventory.validation.domain.Transaction;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Stands in for the customer's own check (requirement V2), which takes its time for each
 * transaction and is not told of here.
 */
public final class CustomersCheck implements Check {

  private final Duration duration;

  /**
   * Takes so long.
   *
   * @param duration for each transaction; may be zero
   */
  public CustomersCheck(Duration duration) {
    this.duration = duration;
  }

  @Override
  public String name() {
    return "customers-check";
  }

  @Override
  public Severity severity() {
    return Severity.SUSPECT;
  }

  @Override
  public void transaction(Transaction transaction, Report report) {
    try {
      TimeUnit.NANOSECONDS.sleep(duration.toNanos());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while a transaction was checked", e);
    }
  }
}
