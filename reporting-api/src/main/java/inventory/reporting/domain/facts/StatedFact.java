package inventory.reporting.domain.facts;

import inventory.model.EventType;
import inventory.model.event.FactIds;
import inventory.model.movement.Movement;
import java.math.BigInteger;

/**
 * A fact in its request.
 *
 * @param index the number of its entry, from 1
 */
public record StatedFact(FactRequest request, int index, Fact fact) {

  /** The identity of its record in the queue. */
  public String recordId() {
    return FactIds.record(request.id(), index);
  }

  /** Its position among facts of the same time. */
  public String sequenceNumber() {
    return FactIds.sequenceNumber(request.receivedAt(), request.id(), index);
  }

  /** The id of its event. */
  public String eventId() {
    return fact.ownId()
        .map(id -> FactIds.event(request.client(), id))
        .orElseGet(() -> FactIds.event(request.client(), request.id(), index));
  }

  /** The type of its event. */
  public EventType type() {
    return fact.kind() == Movement.Kind.COUNT
        ? EventType.QUANTITY_COUNTED
        : EventType.QUANTITY_CHANGED;
  }

  /** The movement that ingest-service makes of it. */
  public Movement movement() {
    return Movement.of(
        new Movement.Event(eventId(), type()),
        fact.key(),
        fact.itemName(),
        fact.kind(),
        sequenceNumber(),
        fact.time(),
        BigInteger.valueOf(fact.units()));
  }
}
