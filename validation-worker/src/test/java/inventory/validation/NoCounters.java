package inventory.validation;

import inventory.model.counter.Amounts;
import inventory.model.counter.Counter;
import inventory.validation.rebuild.counters.CounterTable;
import inventory.validation.rebuild.counters.Sums;

/** A table without counters, for tests that do not run the projection. */
final class NoCounters implements CounterTable {

  @Override
  public Sums sums() {
    return new Sums();
  }

  @Override
  public boolean awaitProjection() {
    return true;
  }

  @Override
  public Amounts counters() {
    return Amounts.NONE;
  }

  @Override
  public void correct(Counter counter, Amounts difference) {
    throw new IllegalStateException("there are no counters");
  }

  @Override
  public long checkCatalogue(boolean mayFix) {
    return 0;
  }
}
