package inventory.reporting.domain.movements;

import inventory.model.table.MovementItem;
import java.util.concurrent.atomic.AtomicInteger;

/** What one request may still read. Thread-safe. */
final class ReadBudget {

  /** One for each movement and for every {@value #ROWS_FOR_ONE} of its rows: about 4 MB. */
  static final int MAX_READ = 10_000;

  private static final int ROWS_FOR_ONE = 20;

  private final AtomicInteger left = new AtomicInteger(MAX_READ);

  /** Counts a movement; returns whether it may still be read. */
  boolean spend(MovementItem item) {
    return left.addAndGet(-1 - item.movement().rowCount() / ROWS_FOR_ONE) >= 0;
  }

  /** Whether nothing more may be read. */
  boolean isSpent() {
    return left.get() < 0;
  }
}
