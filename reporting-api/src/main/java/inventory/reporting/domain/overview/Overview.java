package inventory.reporting.domain.overview;

import inventory.model.table.RunItem;
import inventory.reporting.domain.files.FileCounts;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The current state of everything.
 *
 * @param at when one of the numbers last changed
 * @param everything all warehouses together
 * @param warehouses the first warehouses in the order of their names
 * @param files the files of the day
 * @param lastRun the latest validation run
 */
public record Overview(
    Instant at,
    Counters.Everything everything,
    List<WarehouseCounts> warehouses,
    FileCounts files,
    Optional<RunItem> lastRun) {

  /** Copies the list. */
  public Overview {
    warehouses = List.copyOf(warehouses);
  }
}
