package inventory.reporting.domain.items;

import inventory.model.StockKey;
import inventory.model.StockState;
import java.math.BigInteger;

/**
 * What is in stock of one item in one warehouse.
 *
 * @param itemId the item's identifier
 * @param itemName the item's name by the latest fact in this warehouse that names it; else its id
 * @param warehouse the warehouse's name
 * @param stockLevel units, of up to 38 digits, possibly negative
 * @param named the {@link inventory.model.Position} of the fact that named it
 * @param removed whether the item is off the list, so that it raises no alert
 * @param updatedAt when the level was last written, as it stands on record: ISO 8601 in UTC. Lists
 *     only hand it on; to read and to write a hundred of them would take a tenth of a page's time
 */
public record Level(
    String itemId,
    String itemName,
    String warehouse,
    BigInteger stockLevel,
    String named,
    boolean removed,
    String updatedAt) {

  /** What it is the level of. */
  public StockKey key() {
    return new StockKey(warehouse, itemId);
  }

  /**
   * How it stands against a threshold; what is off the list needs no restocking.
   *
   * @param restockIfBelow the threshold in units, 0 or more
   */
  public StockState state(long restockIfBelow) {
    return removed ? StockState.OK : StockState.of(stockLevel, restockIfBelow);
  }
}
