package inventory.ingest.projection;

import inventory.ingest.projection.CounterStore.Outcome;
import inventory.model.Backoff;
import inventory.model.inbox.Parallel;
import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.stream.Stream;

/**
 * Counts the records of the stream's shards, each once.
 *
 * <p>The records of a shard are merged into chunks. A chunk is one transaction: it adds to the
 * counters and moves the shard's checkpoint from before the chunk's first record to its last. When
 * records are delivered again, in other batches or by another process, the checkpoint is behind
 * their first one no longer; what it covers is dropped. Names and file times are kept first: they
 * have an order of their own, so writing them twice changes nothing.
 *
 * <p>All sums are independent of the order of the shards. Whoever delivers must begin a shard at or
 * before the record that follows its checkpoint, and leave no record out.
 *
 * <p>A chunk costs two write units for its checkpoint and each counter: a warehouse's, the sum of
 * all, the day's. Memory is bounded by one batch.
 */
public final class Projection {

  /** A transaction has at most 100 actions. One is the checkpoint's. */
  private static final int MAX_COUNTERS = 90;

  private static final Backoff BACKOFF =
      new Backoff(20, Duration.ofMillis(10), Duration.ofSeconds(1));

  private final CounterStore store;
  private final Executor executor;

  /**
   * Counts into a store.
   *
   * @param executor writes the names of new items, several at a time
   */
  public Projection(CounterStore store, Executor executor) {
    this.store = store;
    this.executor = executor;
  }

  /**
   * Counts records of a shard, and returns when all are counted. After an exception some are; the
   * same records may then be delivered again.
   *
   * @param records in the order of the shard
   */
  public void project(String shard, List<Difference> records) {
    // The projection's own writes are in the stream as well: to move a checkpoint over them would
    // go on for ever.
    List<Difference> rest = records.stream().filter(record -> !record.isEmpty()).toList();
    while (!rest.isEmpty()) {
      Chunk chunk = Chunk.of(rest, MAX_COUNTERS);
      keep(chunk);
      rest = after(count(shard, chunk), chunk, rest);
    }
  }

  private void keep(Chunk chunk) {
    Stream<Runnable> writes =
        Stream.concat(
            chunk.namings().values().stream().map(naming -> () -> store.introduce(naming)),
            chunk.fileTimes().stream().map(file -> () -> store.record(file)));
    List<CompletableFuture<Void>> started =
        writes.map(write -> CompletableFuture.runAsync(write, executor)).toList();
    started.forEach(Parallel::join);
  }

  private Outcome count(String shard, Chunk chunk) {
    if (!chunk.counts()) {
      return new Outcome.Applied();
    }
    for (int failures = 1; ; failures++) {
      Outcome outcome = store.apply(shard, chunk);
      if (!(outcome instanceof Outcome.Busy)) {
        return outcome;
      }
      BACKOFF.await(failures, "counting the records of " + shard);
    }
  }

  private static List<Difference> after(Outcome outcome, Chunk chunk, List<Difference> rest) {
    if (outcome instanceof Outcome.Counted counted) {
      BigInteger last = new BigInteger(counted.sequence());
      return rest.stream()
          .filter(record -> new BigInteger(record.sequence()).compareTo(last) > 0)
          .toList();
    }
    return rest.subList(chunk.records(), rest.size());
  }
}
