package inventory.ingest.projection;

import static org.assertj.core.api.Assertions.assertThat;

import inventory.ingest.projection.CounterStore.Outcome;
import inventory.ingest.projection.Difference.FileTime;
import inventory.ingest.projection.Difference.Naming;
import inventory.model.counter.Amounts;
import inventory.model.counter.Counter;
import inventory.model.counter.dynamodb.CounterItem;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The contract of a store of counters: a chunk and its checkpoint are written together. */
public abstract class CounterStoreContract {

  private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");
  private static final Counter BERLIN = new Counter.OfWarehouse("Berlin");

  /** The store, empty at first. */
  protected abstract CounterStore store();

  /** A number of a counter; 0 if it is absent. */
  protected abstract long count(Counter counter, String name);

  /** The name of an item in the catalogue. */
  protected abstract Optional<String> itemName(String itemId);

  /** When a file last changed a level of a warehouse. */
  protected abstract Optional<Instant> lastFileAt(String warehouse);

  @Test
  void aChunkCountsOnce() {
    assertThat(store().apply("shard", chunk("1", "3", 2))).isEqualTo(new Outcome.Applied());
    assertThat(store().apply("shard", chunk("1", "3", 2))).isEqualTo(new Outcome.Counted("3"));

    assertThat(items()).isEqualTo(2);
  }

  @Test
  void aChunkThatBeginsAtTheCheckpointOrBeforeItIsNotCounted() {
    store().apply("shard", chunk("2", "9", 1));

    assertThat(store().apply("shard", chunk("9", "10", 1))).isEqualTo(new Outcome.Counted("9"));
    assertThat(store().apply("shard", chunk("1", "12", 1))).isEqualTo(new Outcome.Counted("9"));
    assertThat(items()).isEqualTo(1);
    assertThat(store().apply("shard", chunk("10", "12", 1))).isEqualTo(new Outcome.Applied());
    assertThat(items()).isEqualTo(2);
  }

  @Test
  void eachShardHasItsOwnCheckpoint() {
    store().apply("one", chunk("5", "6", 1));

    assertThat(store().apply("other", chunk("1", "2", -3))).isEqualTo(new Outcome.Applied());
    assertThat(items()).isEqualTo(-2);
  }

  @Test
  void theNameWithTheLatestPositionIsKept() {
    store().introduce(new Naming("mug", "Mug", "2026-11-20"));
    store().introduce(new Naming("mug", "Old mug", "2026-11-19"));
    assertThat(itemName("mug")).contains("Mug");

    store().introduce(new Naming("mug", "New mug", "2026-11-21"));
    assertThat(itemName("mug")).contains("New mug");
  }

  @Test
  void theLatestTimeOfAFileIsKept() {
    store().record(new FileTime("Berlin", NOW));
    store().record(new FileTime("Berlin", NOW.minusSeconds(1)));
    assertThat(lastFileAt("Berlin")).contains(NOW);

    store().record(new FileTime("Berlin", NOW.plusSeconds(1)));
    assertThat(lastFileAt("Berlin")).contains(NOW.plusSeconds(1));
  }

  private long items() {
    return count(BERLIN, CounterItem.ITEMS);
  }

  private static Chunk chunk(String first, String last, long items) {
    Amounts amounts = Amounts.of(BERLIN, Map.of(CounterItem.ITEMS, BigInteger.valueOf(items)));
    Chunk chunk =
        Chunk.of(List.of(record(first, amounts), record(last, Amounts.NONE)), Integer.MAX_VALUE);
    assertThat(chunk.counts()).isTrue();
    return chunk;
  }

  private static Difference record(String sequence, Amounts amounts) {
    return new Difference(sequence, amounts, Optional.empty(), Optional.empty(), Optional.empty());
  }
}
