package inventory.reporting.domain.overview;

import inventory.model.table.RunItem;
import inventory.reporting.domain.alerts.AlertCounts.LowAndOut;
import inventory.reporting.domain.files.FileCounts;
import inventory.reporting.domain.items.WarehouseUnits;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How everything stands.
 *
 * @param at since when it has stood so, as far as is known
 * @param warehouses the warehouses in the order of their names
 * @param files the files of the day
 * @param lastRun the validation run that was started last
 * @param alerts how many alerts are open
 */
public record Overview(
    Instant at,
    List<Warehouse> warehouses,
    FileCounts files,
    Optional<RunItem> lastRun,
    LowAndOut alerts) {

  /** The list is copied, so that an overview never changes. */
  public Overview {
    warehouses = List.copyOf(warehouses);
  }

  /**
   * A warehouse.
   *
   * @param name its name
   * @param stock what it has
   * @param alerts how many alerts are open on its items
   */
  public record Warehouse(String name, WarehouseUnits stock, LowAndOut alerts) {}

  /** How many levels there are: an item counts once in each warehouse that has it. */
  public long items() {
    return warehouses.stream().mapToLong(warehouse -> warehouse.stock().items()).sum();
  }

  /** All units in all warehouses. */
  public BigInteger units() {
    return warehouses.stream()
        .map(warehouse -> warehouse.stock().units())
        .reduce(BigInteger.ZERO, BigInteger::add);
  }

  /** The alerts on items in warehouses. */
  public LowAndOut inWarehouses() {
    return warehouses.stream().map(Warehouse::alerts).reduce(LowAndOut.NONE, LowAndOut::plus);
  }

  /** The same as of another moment. */
  Overview asOf(Instant moment) {
    return new Overview(moment, warehouses, files, lastRun, alerts);
  }
}
