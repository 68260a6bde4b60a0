package inventory.alert.domain;

import inventory.model.AlertId;
import inventory.model.StockState;
import java.math.BigInteger;

/**
 * The facts by which stock is judged, as they are now.
 *
 * @param alert what they are about
 * @param itemName the item's name
 * @param level units in stock, possibly negative
 * @param threshold units below which stock is low, 0 or more
 * @param removed whether the item is off the list, so that it raises no alert
 */
public record Situation(
    AlertId alert, String itemName, BigInteger level, long threshold, boolean removed) {

  /** How stock stands against its threshold. */
  public StockState state() {
    return removed ? StockState.OK : StockState.of(level, threshold);
  }
}
