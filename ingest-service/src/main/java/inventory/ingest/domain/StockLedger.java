package inventory.ingest.domain;

import inventory.movement.Movement;

/** The record of all movements, and the levels that follow from them. */
public interface StockLedger {

  /**
   * Records movements and changes the levels accordingly, each movement exactly once: one that is
   * on record already changes nothing. Returns when all is durable. After a failure some may be
   * recorded; recording them all again is safe.
   *
   * @param movements of one file, each of another item or warehouse; read once
   * @throws RuntimeException if the store fails for longer than the retries last
   */
  void record(Iterable<Movement> movements);
}
