package inventory.reporting.domain.overview;

import inventory.reporting.domain.Page;
import inventory.reporting.domain.alerts.LowAndOut;
import inventory.reporting.domain.files.FileCounts;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Reads the numbers that the projection of the table's stream keeps. Eventually consistent, usually
 * within a second of what is counted.
 */
public interface Counters {

  /**
   * The warehouses in the order of their names.
   *
   * @param prefix only warehouses whose names begin with it, as it is, in lower or upper case, or
   *     with capitals; empty for all
   * @param limit the number of warehouses, at least 1
   * @param afterName only warehouses after this one
   */
  Page<WarehouseCounts, String> warehouses(String prefix, int limit, Optional<String> afterName);

  /** All warehouses together. */
  Everything everything();

  /** The files of a day, in UTC. */
  Day filesOf(LocalDate day);

  /**
   * All warehouses together.
   *
   * @param countedAt when a number last changed; empty if none ever did
   * @param changes greater after each change of anything that the dashboard shows
   * @param warehouses the number of warehouses
   * @param items the number of levels: an item counts once in each warehouse that has it
   * @param units the sum of the levels
   * @param inWarehouses the open alerts on items in warehouses
   * @param onTotals the open alerts on totals
   */
  record Everything(
      Optional<Instant> countedAt,
      long changes,
      long warehouses,
      long items,
      BigInteger units,
      LowAndOut inWarehouses,
      LowAndOut onTotals) {}

  /**
   * The files of a day.
   *
   * @param countedAt when a number last changed; empty if there are no files
   */
  record Day(Optional<Instant> countedAt, FileCounts files) {}
}
