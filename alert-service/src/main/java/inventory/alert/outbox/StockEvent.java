package inventory.alert.outbox;

import inventory.model.AlertId;
import inventory.model.StockState;

/**
 * Stock became low, ran out or recovered, or a snooze ended. The levels are read when the
 * notification is sent.
 *
 * @param alert the item in a warehouse, or the item's total
 * @param state the state that was reached; {@code OK} for a recovery
 * @param number which of the alert's notifications it is, from 1
 */
public record StockEvent(AlertId alert, StockState state, long number) implements AlertEvent {}
