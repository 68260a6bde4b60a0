package inventory.ingest.domain;

import inventory.model.movement.Movement;
import java.util.List;

/** The record of all movements, and the levels that follow from them. */
public interface StockLedger {

  /**
   * Records movements and changes the levels accordingly, each movement exactly once: one that is
   * on record already changes nothing. Returns when all is durable. After a failure some may be
   * recorded; recording them all again is safe.
   *
   * @param movements each of another item or warehouse; read once
   * @return those that were not recorded: another event of the item has their event's id
   * @throws RuntimeException if the store fails for longer than the retries last
   */
  List<Movement> record(Iterable<Movement> movements);
}
