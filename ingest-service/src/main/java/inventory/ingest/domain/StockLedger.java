package inventory.ingest.domain;

import inventory.model.movement.Movement;
import java.util.List;

/** The record of all movements, and the levels that follow from them. */
public interface StockLedger {

  /**
   * Records movements and changes the levels accordingly, each movement exactly once: a movement
   * that is recorded already changes nothing. Returns when everything is durable. After a failure
   * some movements may be recorded; recording all of them again is safe.
   *
   * @param movements each with a different item or warehouse; read once
   * @param ownSums reads the rows of these movements, if they did not keep them
   * @return the movements that were not recorded, because another event has their event's id
   * @throws RuntimeException if the store fails for longer than the retries last
   */
  List<Movement> record(Iterable<Movement> movements, PartialSums ownSums);

  /** As {@link #record(Iterable, PartialSums)}, for movements that have their rows. */
  default List<Movement> record(Iterable<Movement> movements) {
    return record(movements, PartialSums.NONE);
  }
}
