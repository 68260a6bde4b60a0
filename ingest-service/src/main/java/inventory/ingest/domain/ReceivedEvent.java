package inventory.ingest.domain;

import inventory.model.message.StreamRecord;
import inventory.model.movement.Movement;

/**
 * A valid event.
 *
 * @param record the record of the stream
 * @param movement the movement of the event
 */
public record ReceivedEvent(StreamRecord record, Movement movement) {}
