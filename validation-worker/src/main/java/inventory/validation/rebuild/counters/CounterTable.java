package inventory.validation.rebuild.counters;

import inventory.model.counter.Amounts;
import inventory.model.counter.Counter;

/** The counters, the catalogue, and the items that they are made of. */
public interface CounterTable {

  /** Adds up all items of the table, strongly consistent. */
  Sums sums();

  /**
   * Returns when the projection has counted all that was written before the call.
   *
   * @return false if it did not in time
   */
  boolean awaitProjection();

  /** The counters as they are. */
  Amounts counters();

  /** Adds to a counter, once, although the call may be repeated. */
  void correct(Counter counter, Amounts difference);

  /**
   * Compares the catalogue with the levels.
   *
   * @param mayFix whether to correct it
   * @return the number of items whose name is no warehouse's, or that are missing
   */
  long checkCatalogue(boolean mayFix);
}
