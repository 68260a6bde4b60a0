package inventory.alert.domain;

import inventory.alert.outbox.StockEvent;
import inventory.model.AlertRecord;
import java.time.Instant;

/**
 * A change of an alert.
 *
 * @param status the stock's status that causes it
 * @param before the stored record
 * @param after the record to store
 */
public record Transition(StockStatus status, AlertRecord before, AlertRecord after) {

  /** Whether purchasing is notified of it. */
  public boolean notifies() {
    return after.notifications() > before.notifications();
  }

  /** When the notification is due; only of a transition that {@link #notifies}. */
  public Instant due() {
    return after.lastNotice().orElseThrow().due();
  }

  /** The event to notify of. */
  public StockEvent event() {
    return new StockEvent(status.alert(), after.state(), after.notifications());
  }
}
