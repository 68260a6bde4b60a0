package inventory.reporting.domain.facts;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is on record about facts: their requests, and what became of them. */
public interface FactRecords {

  /**
   * Records a request, unless there is one with its id.
   *
   * @return the one that is on record now
   */
  FactRequest putIfAbsent(FactRequest request);

  /** Records that all facts of a request are in the queue. */
  void markSent(String id, Instant at);

  /** A request with the facts of it that were rejected after they had been accepted. */
  Optional<Found> find(String id);

  /**
   * A request on record.
   *
   * @param rejects by the number of their entry
   */
  record Found(FactRequest request, Map<Integer, FactEntry.Problem> rejects) {}

  /**
   * What the ledger knows about facts, by the number of their entry; without those of which it
   * knows nothing.
   *
   * @param facts of one request
   */
  Map<Integer, Claimed> claimed(Collection<StatedFact> facts);

  /**
   * The movement that has the id of a fact's event.
   *
   * @param position its position
   * @param statement a digest of what it states
   * @param applied whether the level has it; it is about to have it otherwise
   * @param recordedAt when the level first had it; empty until it is applied
   */
  record Claimed(
      String position, String statement, boolean applied, Optional<Instant> recordedAt) {}

  /** The queue of the events that ingest-service applies. */
  @FunctionalInterface
  interface Queue {

    /**
     * Sends facts; returns when all of them are in the queue. Sending them again is harmless.
     *
     * @throws RuntimeException if that is not certain
     */
    void send(List<StatedFact> facts);
  }
}
