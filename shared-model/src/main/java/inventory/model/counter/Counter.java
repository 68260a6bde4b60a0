package inventory.model.counter;

import java.time.LocalDate;

/** A record that counts: its numbers are kept by the projection of the table's stream. */
public sealed interface Counter {

  /** Counts the items, units and open alerts of a warehouse. */
  record OfWarehouse(String warehouse) implements Counter {}

  /** Counts the same for all warehouses together, the warehouses, and the alerts on totals. */
  record OfEverything() implements Counter {}

  /** Counts the files that arrived on a day, in UTC. */
  record OfDay(LocalDate day) implements Counter {}
}
