package inventory.pipe.domain;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Delivers all shards beside each other, those included that come later by a split or a merge: each
 * after the shards that it came from, so that the order within a partition key is kept.
 */
public final class Pipe {

  private static final Logger LOG = LoggerFactory.getLogger(Pipe.class);

  private final EventSource source;
  private final Checkpoint checkpoint;
  private final Consumer<String> shardDelivery;
  private final Retries retries;
  private final StopSignal stop;
  private final Pace pace;
  private final Map<String, Future<?>> running = new HashMap<>();

  /**
   * How often the stream is asked.
   *
   * @param poll how long to wait for records where there were some a moment ago
   * @param idlePoll how long where there were none for some reads: who looks after an idle stream
   *     as often keeps a processor busy
   * @param discovery how long to wait before looking for new shards
   */
  public record Pace(Duration poll, Duration idlePoll, Duration discovery) {

    private static final int MOMENT = 10;

    /** How long to wait after so many reads in a row without records. */
    Duration poll(int emptyReads) {
      return emptyReads <= MOMENT ? poll : idlePoll;
    }
  }

  /** Prepares it; nothing is read yet. */
  public Pipe(
      EventSource source,
      Delivery delivery,
      Checkpoint checkpoint,
      Retries retries,
      StopSignal stop,
      Pace pace) {
    this.source = source;
    this.checkpoint = checkpoint;
    this.retries = retries;
    this.stop = stop;
    this.pace = pace;
    this.shardDelivery = new ShardDelivery(source, delivery, checkpoint, retries, stop, pace)::run;
  }

  /**
   * Works until the signal is given and all shards have come to rest.
   *
   * @throws IllegalStateException if a shard's delivery fails for a reason that does not pass; the
   *     others have come to rest then, too
   */
  public void run() throws InterruptedException {
    ExecutorService threads = Executors.newCachedThreadPool();
    try {
      do {
        retries.untilDone(source::shards).ifPresent(shards -> start(shards, threads));
        removeEnded();
      } while (!stop.isGivenWithin(pace.discovery()));
    } finally {
      stop.give();
      threads.shutdown();
      awaitAll();
    }
  }

  private void start(List<Shard> shards, ExecutorService threads) {
    checkpoint.reconcile(shards);
    Set<String> unfinished =
        shards.stream()
            .map(Shard::id)
            .filter(id -> !checkpoint.of(id).finished())
            .collect(Collectors.toSet());
    for (Shard shard : shards) {
      boolean isNext = shard.parents().stream().noneMatch(unfinished::contains);
      if (isNext && unfinished.contains(shard.id()) && !running.containsKey(shard.id())) {
        LOG.info("Delivering {} {}", shard.id(), position(shard.id()));
        running.put(shard.id(), threads.submit(() -> deliver(shard.id())));
      }
    }
  }

  private String position(String shardId) {
    return checkpoint
        .of(shardId)
        .after()
        .map(sequenceNumber -> "after the record " + sequenceNumber)
        .orElse("from its oldest record");
  }

  private void deliver(String shardId) {
    Thread.currentThread().setName(shardId);
    shardDelivery.accept(shardId);
  }

  private void removeEnded() throws InterruptedException {
    List<String> ended =
        running.entrySet().stream()
            .filter(entry -> entry.getValue().isDone())
            .map(Map.Entry::getKey)
            .toList();
    for (String shardId : ended) {
      await(shardId, running.remove(shardId));
    }
  }

  private void awaitAll() throws InterruptedException {
    for (Map.Entry<String, Future<?>> each : running.entrySet()) {
      await(each.getKey(), each.getValue());
    }
  }

  private static void await(String shardId, Future<?> delivery) throws InterruptedException {
    try {
      delivery.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException(shardId + " cannot be delivered", e);
    }
  }
}
