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
 * The current state of everything.
 *
 * @param at the time since when this instance has seen this state
 * @param warehouses the warehouses in the order of their names
 * @param files the files of the day
 * @param lastRun the latest validation run
 * @param alerts the number of open alerts
 */
public record Overview(
    Instant at,
    List<Warehouse> warehouses,
    FileCounts files,
    Optional<RunItem> lastRun,
    LowAndOut alerts) {

  /** Copies the list. */
  public Overview {
    warehouses = List.copyOf(warehouses);
  }

  /**
   * A warehouse.
   *
   * @param name its name
   * @param stock its items and units
   * @param alerts the number of open alerts on its items
   */
  public record Warehouse(String name, WarehouseUnits stock, LowAndOut alerts) {}

  /** The number of levels: an item counts once in each warehouse that has it. */
  public long items() {
    return warehouses.stream().mapToLong(warehouse -> warehouse.stock().items()).sum();
  }

  /** The units in all warehouses. */
  public BigInteger units() {
    return warehouses.stream()
        .map(warehouse -> warehouse.stock().units())
        .reduce(BigInteger.ZERO, BigInteger::add);
  }

  /** The alerts on items in warehouses. */
  public LowAndOut inWarehouses() {
    return warehouses.stream().map(Warehouse::alerts).reduce(LowAndOut.NONE, LowAndOut::plus);
  }

  /** The same state at another time. */
  Overview asOf(Instant moment) {
    return new Overview(moment, warehouses, files, lastRun, alerts);
  }
}
