package inventory.alert.outbox;

/**
 * A file was finished.
 *
 * @param fileId the id of its record
 */
public record FileEvent(String fileId) implements AlertEvent {}
