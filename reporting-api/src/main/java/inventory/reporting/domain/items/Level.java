package inventory.reporting.domain.items;

import inventory.model.ItemTotal;
import inventory.model.StockKey;
import inventory.model.StockState;
import java.math.BigInteger;

/**
 * The stock of an item in a warehouse.
 *
 * @param itemId the item's id
 * @param itemName the item's latest name in this warehouse; its id if it was never named
 * @param warehouse the warehouse's name
 * @param stockLevel units, up to 38 digits, possibly negative
 * @param named the {@link inventory.model.Position} of the movement that named it
 * @param removed whether an event took the item off the list, so it raises no alert
 * @param updatedAt when the level was last written, as text in ISO 8601 and UTC: parsing and
 *     formatting it would take a tenth of the time of a page
 */
public record Level(
    String itemId,
    String itemName,
    String warehouse,
    BigInteger stockLevel,
    String named,
    boolean removed,
    String updatedAt)
    implements ItemTotal.Level {

  /** The item and the warehouse. */
  public StockKey key() {
    return new StockKey(warehouse, itemId);
  }

  /**
   * The state of the stock. An item that is off the list is always {@code OK}.
   *
   * @param restockIfBelow the threshold in units, 0 or more
   */
  public StockState state(long restockIfBelow) {
    return removed ? StockState.OK : StockState.of(stockLevel, restockIfBelow);
  }
}
