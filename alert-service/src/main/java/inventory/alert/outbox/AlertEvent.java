package inventory.alert.outbox;

/** An event that people are notified of. */
public sealed interface AlertEvent
    permits StockEvent, FileEvent, RunEvent, SilenceEvent, EndpointEvent {}
