package inventory.reporting.domain.items;

import inventory.model.StockKey;
import inventory.reporting.domain.Page;
import java.math.BigInteger;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Where the stock levels are read. */
public interface StockReports {

  /** All warehouses, in the order of their names. */
  List<WarehouseSize> warehouses();

  /** The names of all warehouses, in their order. */
  List<String> warehouseNames();

  /**
   * What a warehouse has in all; it may lag the last changes by moments. All its levels are read.
   */
  WarehouseUnits unitsOf(String warehouse);

  /** Whether any file ever named the warehouse. */
  boolean knowsWarehouse(String warehouse);

  /**
   * Items of a warehouse in the order of their ids (requirements R1 and R2); it may lag the last
   * changes by moments.
   *
   * @param warehouse the warehouse's name
   * @param greaterThan only items with more units than this
   * @param limit how many, at least 1
   * @param afterItemId only items after this one
   */
  Page<Level, String> itemsOf(
      String warehouse, Optional<BigInteger> greaterThan, int limit, Optional<String> afterItemId);

  /**
   * All items of a warehouse in the order of their ids, read in portions as the caller goes on; it
   * may lag the last changes by moments.
   */
  Iterable<Level> allOf(String warehouse);

  /**
   * An item's levels in all warehouses as of now (requirement R3).
   *
   * @return empty for an unknown item
   */
  List<Level> levelsOf(String itemId);

  /** Levels as of now, in no order; without those that there are none of. */
  List<Level> levelsOf(Collection<StockKey> keys);
}
