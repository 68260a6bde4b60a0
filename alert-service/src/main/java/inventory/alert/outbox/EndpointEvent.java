package inventory.alert.outbox;

/**
 * A webhook endpoint was disabled, or deliveries to it failed.
 *
 * @param endpointId the id of its record
 */
public record EndpointEvent(String endpointId) implements AlertEvent {}
