package inventory.validation.check;

import inventory.validation.domain.Check;
import inventory.validation.domain.Report;
import inventory.validation.domain.Severity;
import inventory.validation.domain.Transaction;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * A placeholder for the customer's own check (requirement V2), which takes some time for each
 * transaction and is not part of this system.
 */
public final class CustomersCheck extends Check {

  private final Duration duration;

  /**
   * Creates the check.
   *
   * @param duration time for each transaction; may be zero
   */
  public CustomersCheck(Duration duration) {
    super("customers-check", Severity.SUSPECT);
    this.duration = duration;
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
