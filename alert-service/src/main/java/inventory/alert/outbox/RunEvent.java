package inventory.alert.outbox;

/**
 * A validation run ended.
 *
 * @param runId the id of its record
 */
public record RunEvent(String runId) implements AlertEvent {}
