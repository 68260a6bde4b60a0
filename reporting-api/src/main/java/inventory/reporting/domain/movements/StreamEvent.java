package inventory.reporting.domain.movements;

import inventory.model.EventType;

/**
 * The event of the stream that brought a movement.
 *
 * @param id its id, or what stands for it where it has none
 * @param type what it says
 * @param sequenceNumber its place in the stream, in decimal digits
 */
public record StreamEvent(String id, EventType type, String sequenceNumber) {}
