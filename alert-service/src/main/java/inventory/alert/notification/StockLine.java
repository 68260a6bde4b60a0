package inventory.alert.notification;

import inventory.model.AlertId;
import inventory.model.RestockRule;
import inventory.model.StockState;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/**
 * One line of a notification about stock, with the numbers of now.
 *
 * @param alert the item in a warehouse, or the item's total
 * @param itemName the item's name
 * @param level units in stock
 * @param rule when stock is low and what to order
 * @param state the stock's state; {@code OK} for a recovery
 * @param since when stock fell below the threshold; empty for a recovery
 * @param cause what happened, for people: the key of a file, or that events arrived
 */
public record StockLine(
    AlertId alert,
    String itemName,
    BigInteger level,
    RestockRule rule,
    StockState state,
    Optional<Instant> since,
    String cause) {

  /** A line without the time when stock fell below the threshold. */
  public StockLine(
      AlertId alert,
      String itemName,
      BigInteger level,
      RestockRule rule,
      StockState state,
      String cause) {
    this(alert, itemName, level, rule, state, Optional.empty(), cause);
  }

  /**
   * The worst first: items that are out, then low, then recovered; within each state by the largest
   * shortage, then by name. The order is the same each time.
   */
  static final Comparator<StockLine> WORST_FIRST =
      Comparator.comparing(StockLine::state, Comparator.reverseOrder())
          .thenComparing(StockLine::margin)
          .thenComparing(line -> line.alert().warehouse().orElse(""))
          .thenComparing(line -> line.alert().itemId());

  /** Units below which stock is low. */
  long threshold() {
    return rule.restockIfBelow();
  }

  private BigInteger margin() {
    return level.subtract(BigInteger.valueOf(threshold()));
  }
}
