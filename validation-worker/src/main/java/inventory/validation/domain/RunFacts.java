package inventory.validation.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/**
 * What a run as a whole is checked by.
 *
 * @param startedAt when it was started
 * @param warehouses all warehouses
 */
public record RunFacts(Instant startedAt, List<Warehouse> warehouses) {

  /** Keeps its own copy. */
  public RunFacts {
    warehouses = List.copyOf(warehouses);
  }

  /**
   * A warehouse.
   *
   * @param name its name
   * @param reportedOn the days, in UTC, on which files with its name arrived
   */
  public record Warehouse(String name, Set<LocalDate> reportedOn) {

    /** Keeps its own copy. */
    public Warehouse {
      reportedOn = Set.copyOf(reportedOn);
    }
  }
}
