package inventory.validation.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A run's data for the checks of the run as a whole.
 *
 * @param startedAt when the run was started
 * @param lastRun when the last completed run was started, if there is one
 * @param warehouses all warehouses
 */
public record RunFacts(Instant startedAt, Optional<Instant> lastRun, List<Warehouse> warehouses) {

  /** Copies the list. */
  public RunFacts {
    warehouses = List.copyOf(warehouses);
  }

  /**
   * A warehouse.
   *
   * @param name its name
   * @param reportedOn the days, in UTC, on which files that name it arrived
   */
  public record Warehouse(String name, Set<LocalDate> reportedOn) {

    /** Copies the list. */
    public Warehouse {
      reportedOn = Set.copyOf(reportedOn);
    }
  }
}
