package inventory.alert.notification;

/**
 * A validation run has ended.
 *
 * @param runId the id of its record
 */
public record RunEvent(String runId) implements AlertEvent {}
