package inventory.alert.notification;

import inventory.model.AlertId;
import inventory.model.StockState;
import java.math.BigInteger;
import java.util.Comparator;

/**
 * Stock became low, ran out or recovered: one line of a notification.
 *
 * @param alert the item in a warehouse, or the item's total
 * @param itemName the item's name
 * @param level units in stock when the state was reached
 * @param threshold units below which stock is low
 * @param state the state that was reached; {@code OK} for a recovery
 * @param cause what happened, for people: the key of a file, or that events arrived
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
   * The worst first: items that are out, then low, then recovered; within each state by the largest
   * shortage, then by name. The order is the same each time.
   */
  static final Comparator<StockEvent> WORST_FIRST =
      Comparator.comparing(StockEvent::state, Comparator.reverseOrder())
          .thenComparing(StockEvent::margin)
          .thenComparing(event -> event.alert().warehouse().orElse(""))
          .thenComparing(event -> event.alert().itemId());

  /**
   * The units to order for stock to reach a multiple of the threshold.
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
