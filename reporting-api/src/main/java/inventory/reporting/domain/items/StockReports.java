package inventory.reporting.domain.items;

import inventory.model.StockKey;
import inventory.reporting.domain.Page;
import java.math.BigInteger;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Reads stock levels. */
public interface StockReports {

  /** Whether the warehouse exists: a file or an event has named it. */
  boolean knowsWarehouse(String warehouse);

  /**
   * Items of a warehouse in the order of their ids (requirements R1 and R2). Strongly consistent.
   *
   * @param greaterThan only items with more units than this
   * @param limit the number of items, at least 1
   * @param afterItemId only items after this one
   */
  Page<Level, String> itemsOf(
      String warehouse, Optional<BigInteger> greaterThan, int limit, Optional<String> afterItemId);

  /**
   * All items of a warehouse in the order of their ids, read while the caller iterates. Strongly
   * consistent.
   */
  Iterable<Level> allOf(String warehouse);

  /**
   * An item's levels by warehouse (requirement R3). Each is strongly consistent; a level may be
   * missing for moments after its first movement. Costs a query and a read for each warehouse that
   * has the item, 100 at a time.
   *
   * @return empty for an unknown item
   */
  List<Level> levelsOf(String itemId);

  /** The levels with these keys that exist, in any order. Strongly consistent. */
  List<Level> levelsOf(Collection<StockKey> keys);
}
