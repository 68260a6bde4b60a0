package inventory.reporting.domain.items;

import inventory.model.StockState;

/**
 * A level beside its threshold.
 *
 * @param restockIfBelow the threshold in units
 */
public record StockedItem(Level level, long restockIfBelow) {

  /** How it stands. */
  public StockState state() {
    return level.state(restockIfBelow);
  }
}
