package inventory.alert.outbox;

/**
 * No file has reported about a warehouse for much longer than usual.
 *
 * @param warehouse its name
 */
public record SilenceEvent(String warehouse) implements AlertEvent {}
