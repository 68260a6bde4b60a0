package inventory.reporting.domain.facts;

import inventory.model.event.BadFieldException;
import inventory.model.movement.Movement;
import inventory.reporting.domain.NoSuchRecordException;
import inventory.reporting.domain.facts.FactEntry.Accepted;
import inventory.reporting.domain.facts.FactEntry.Problem;
import inventory.reporting.domain.facts.FactEntry.Rejected;
import inventory.reporting.domain.facts.FactRecords.Claimed;
import inventory.reporting.domain.facts.FactRecords.Found;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * States facts, and reports what became of them.
 *
 * <p>A request is recorded, its facts are sent, and then it is marked as sent. A process may end
 * between any two of these steps: the client repeats the request, which then sends everything
 * again, unless it is marked. A fact that is sent twice has the same id, and the ledger applies it
 * once. A request is answered after all of its facts are in the queue, so an answer is never lost.
 */
public final class Facts {

  private static final Problem ID_TAKEN =
      new Problem(
          BadFieldException.ID_TAKEN,
          "id",
          "belongs to another fact of this item and warehouse, which states something else and was applied");

  private final FactRecords records;
  private final FactRecords.Queue queue;

  /** Uses these stores. */
  public Facts(FactRecords records, FactRecords.Queue queue) {
    this.records = records;
    this.queue = queue;
  }

  /**
   * States the facts of a request. With a key that was used before, the answer is the same as then.
   *
   * @param client the subject of the access token
   * @param key the idempotency key
   * @param entries what the body has
   * @param now the present time
   * @return the request as it is on record
   * @throws KeyReusedException if the key was used before with another body
   */
  public FactRequest state(
      String client, String key, byte[] body, List<FactEntry> entries, Instant now) {
    FactRequest request =
        records.putIfAbsent(new FactRequest(client, key, body, now, Optional.empty()));
    if (!Arrays.equals(request.body(), body)) {
      throw new KeyReusedException(key);
    }
    if (request.sentAt().isEmpty()) {
      queue.send(List.copyOf(accepted(request, entries).values()));
      records.markSent(request.id(), now);
    }
    return request;
  }

  /**
   * A request on record.
   *
   * @throws NoSuchRecordException if there is none, or none any more
   */
  public Found find(String id) {
    return records.find(id).orElseThrow(() -> new NoSuchRecordException("request", id));
  }

  /**
   * What became of each entry, in their order.
   *
   * @param entries what the body of the request has
   */
  public List<FactOutcome> outcomes(Found found, List<FactEntry> entries) {
    Map<Integer, StatedFact> accepted = accepted(found.request(), entries);
    Map<Integer, Claimed> claimed = records.claimed(accepted.values());
    List<FactOutcome> outcomes = new ArrayList<>();
    for (int index = 1; index <= entries.size(); index++) {
      if (entries.get(index - 1) instanceof Rejected rejected) {
        outcomes.add(new FactOutcome.Rejected(rejected.problem()));
      } else {
        Optional<Claimed> claim = Optional.ofNullable(claimed.get(index));
        Optional<Problem> reject = Optional.ofNullable(found.rejects().get(index));
        outcomes.add(outcome(accepted.get(index), claim, reject));
      }
    }
    return outcomes;
  }

  private static FactOutcome outcome(
      StatedFact fact, Optional<Claimed> claim, Optional<Problem> reject) {
    Movement movement = fact.movement();
    if (claim.filter(there -> !there.statement().equals(movement.statement())).isPresent()) {
      return new FactOutcome.Rejected(ID_TAKEN);
    }
    Optional<Claimed> applied = claim.filter(Claimed::applied);
    if (applied.isPresent()) {
      String position = applied.get().position();
      Optional<Instant> at = applied.get().recordedAt();
      return position.equals(movement.position())
          ? new FactOutcome.Applied(fact, at)
          : new FactOutcome.Duplicate(fact, position, at);
    }
    return reject
        .<FactOutcome>map(FactOutcome.Rejected::new)
        .orElseGet(() -> new FactOutcome.Pending(fact));
  }

  private static Map<Integer, StatedFact> accepted(FactRequest request, List<FactEntry> entries) {
    Map<Integer, StatedFact> accepted = new TreeMap<>();
    for (int i = 0; i < entries.size(); i++) {
      if (entries.get(i) instanceof Accepted entry) {
        accepted.put(i + 1, new StatedFact(request, i + 1, entry.fact()));
      }
    }
    return accepted;
  }
}
