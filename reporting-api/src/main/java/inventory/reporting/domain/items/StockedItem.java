package inventory.reporting.domain.items;

import inventory.model.StockState;

/**
 * A level and its threshold.
 *
 * @param restockIfBelow the threshold in units
 */
public record StockedItem(Level level, long restockIfBelow) {

  /** The state of the stock. */
  public StockState state() {
    return level.state(restockIfBelow);
  }
}
