package inventory.reporting.domain.movements;

import inventory.model.EventType;

/**
 * The event of the stream that a movement came from.
 *
 * @param id its id, or a generated one if it has none
 * @param type its type
 * @param sequenceNumber its sequence number in the stream, in decimal digits
 */
public record StreamEvent(String id, EventType type, String sequenceNumber) {}
