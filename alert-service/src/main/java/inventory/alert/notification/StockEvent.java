package inventory.alert.notification;

import inventory.model.AlertId;
import inventory.model.StockState;
import java.math.BigInteger;
import java.util.Comparator;

/**
 * One line of a notification about stock.
 *
 * @param alert what it is about
 * @param itemName the item's name
 * @param level units in stock when the state was reached
 * @param threshold units below which stock is low
 * @param state the state that was reached; {@code OK} for a recovery
 * @param cause what happened: the key of a file, or that events came
 */
public record StockEvent(
    AlertId alert,
    String itemName,
    BigInteger level,
    long threshold,
    StockState state,
    String cause)
    implements AlertEvent {

  /**
   * The worst first: what is out, then what is low, then what has recovered; in each the largest
   * shortage first; then by names, so that equal events give equal text.
   */
  static final Comparator<StockEvent> WORST_FIRST =
      Comparator.comparing(StockEvent::state, Comparator.reverseOrder())
          .thenComparing(StockEvent::margin)
          .thenComparing(events -> events.alert().warehouse().orElse(""))
          .thenComparing(events -> events.alert().itemId());

  /**
   * How many units to order, so that stock comes up to a multiple of the threshold.
   *
   * @param multiple of the threshold
   * @return 0 or more
   */
  BigInteger order(int multiple) {
    BigInteger target = BigInteger.valueOf(threshold).multiply(BigInteger.valueOf(multiple));
    return target.subtract(level).max(BigInteger.ZERO);
  }

  private BigInteger margin() {
    return level.subtract(BigInteger.valueOf(threshold));
  }
}
