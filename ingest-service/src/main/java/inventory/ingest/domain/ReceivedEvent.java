package inventory.ingest.domain;

import inventory.model.message.StreamRecord;
import inventory.model.movement.Movement;

/**
 * An event that could be read.
 *
 * @param record as it came
 * @param movement what it says
 */
public record ReceivedEvent(StreamRecord record, Movement movement) {}
