package inventory.reporting.domain.alerts;

import inventory.model.AlertId;
import inventory.model.AlertRecord;
import inventory.model.StockState;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * An open alert (requirements A1 to A3).
 *
 * @param id the item in a warehouse, or the item's total
 * @param itemName the item's name when it reached the state
 * @param stockLevel units in stock when it reached the state
 * @param restockIfBelow the threshold in units when it reached the state
 * @param record its state, and what people decided
 */
public record Alert(
    AlertId id, String itemName, BigInteger stockLevel, long restockIfBelow, AlertRecord record) {

  /** {@code LOW} or {@code OUT}. */
  public StockState state() {
    return record.state();
  }

  /** When stock fell below the threshold. */
  public Instant since() {
    return record.since().orElseThrow();
  }

  /** Until when no notification is sent. */
  public Optional<Instant> snoozedUntil() {
    return record.snoozedUntil();
  }

  /** The alert after a transition of its record. */
  Alert after(UnaryOperator<AlertRecord> transition) {
    return new Alert(id, itemName, stockLevel, restockIfBelow, transition.apply(record));
  }
}
