package inventory.ingest.projection;

import inventory.ingest.projection.Difference.FileTime;
import inventory.ingest.projection.Difference.Naming;
import inventory.model.counter.Amounts;
import java.math.BigInteger;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Counters, the catalogue and the checkpoints in memory. Not for many threads. */
public final class InMemoryCounters implements CounterStore {

  private final Map<String, String> checkpoints = new HashMap<>();
  private final Map<String, Naming> namings = new HashMap<>();
  private final Map<String, Instant> files = new HashMap<>();
  private Amounts counted = Amounts.NONE;

  @Override
  public Outcome apply(String shard, Chunk chunk) {
    Optional<String> reached = checkpoint(shard);
    if (reached.filter(last -> number(last).compareTo(number(chunk.first())) >= 0).isPresent()) {
      return new Outcome.Counted(reached.get());
    }
    counted = counted.plus(chunk.amounts());
    checkpoints.put(shard, chunk.last());
    return new Outcome.Applied();
  }

  private static BigInteger number(String sequence) {
    return new BigInteger(sequence);
  }

  @Override
  public void introduce(Naming naming) {
    namings.merge(
        naming.itemId(),
        naming,
        (known, other) -> other.position().compareTo(known.position()) > 0 ? other : known);
  }

  @Override
  public void record(FileTime file) {
    files.merge(
        file.warehouse(), file.at(), (known, other) -> other.isAfter(known) ? other : known);
  }

  /** All that was counted. */
  public Amounts counted() {
    return counted;
  }

  /** The sequence number of the last record of a shard that was counted. */
  public Optional<String> checkpoint(String shard) {
    return Optional.ofNullable(checkpoints.get(shard));
  }

  /** The name of an item in the catalogue. */
  public Optional<String> itemName(String itemId) {
    return Optional.ofNullable(namings.get(itemId)).map(Naming::itemName);
  }

  /** When a file last changed a level of a warehouse. */
  public Optional<Instant> lastFileAt(String warehouse) {
    return Optional.ofNullable(files.get(warehouse));
  }
}
