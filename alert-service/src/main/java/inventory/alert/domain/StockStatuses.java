package inventory.alert.domain;

import java.util.Collection;
import java.util.List;

/** Reads the current status of stock. There is one implementation for each alert scope. */
public interface StockStatuses {

  /**
   * Reads the status of what hints name, strongly consistent. A hint about an item without a level
   * gives the status of a removed item; one about all warehouses gives a status for each that has
   * the item.
   *
   * @param hints any number of them
   * @return each status once, in no particular order
   * @throws RuntimeException if the store does not answer after a bounded number of attempts
   */
  List<StockStatus> read(Collection<Hint> hints);
}
