package inventory.alert.domain;

import inventory.alert.notification.StockEvent;

/**
 * A change of an alert.
 *
 * @param status the stock's status that causes it
 * @param before the stored record
 * @param after the record to store
 * @param notifies whether purchasing is notified of it
 */
public record Transition(
    StockStatus status, AlertRecord before, AlertRecord after, boolean notifies) {

  /**
   * The event to notify of.
   *
   * @param cause what happened, for people
   */
  public StockEvent event(String cause) {
    return new StockEvent(
        status.alert(),
        status.itemName(),
        status.level(),
        status.threshold(),
        after.state(),
        cause);
  }
}
