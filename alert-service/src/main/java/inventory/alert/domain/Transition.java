package inventory.alert.domain;

import inventory.alert.outbox.Delivery;
import inventory.alert.outbox.StockEvent;
import inventory.model.AlertRecord;
import java.util.List;

/**
 * A change of an alert.
 *
 * @param status the stock's status that causes it
 * @param before the stored record
 * @param after the record to store
 * @param deliveries who is notified of it
 */
public record Transition(
    StockStatus status, AlertRecord before, AlertRecord after, List<Delivery> deliveries) {

  /** Copies the list. */
  public Transition {
    deliveries = List.copyOf(deliveries);
  }

  /** A change that nobody is notified of. */
  public Transition(StockStatus status, AlertRecord before, AlertRecord after) {
    this(status, before, after, List.of());
  }

  /** Whether anybody is notified of it. */
  public boolean notifies() {
    return !deliveries.isEmpty();
  }

  /** The event to notify of. */
  public StockEvent event() {
    return new StockEvent(status.alert(), after.state(), after.notifications());
  }

  /** How many items of the table it writes: its record, and an entry for each audience. */
  public int writes() {
    return 1 + deliveries.size();
  }
}
