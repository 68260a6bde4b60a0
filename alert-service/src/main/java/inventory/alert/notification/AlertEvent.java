package inventory.alert.notification;

/** One thing that people are to be told of. */
public sealed interface AlertEvent permits StockEvent, FileEvent, RunEvent {}
