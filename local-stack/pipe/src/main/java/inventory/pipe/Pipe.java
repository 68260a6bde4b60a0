package inventory.pipe;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.model.Shard;
import software.amazon.awssdk.services.kinesis.model.StreamDescriptionSummary;

/**
 * Delivers all shards of a stream.
 *
 * @param checkpoints the folder for the shards' checkpoints
 */
record Pipe(
    KinesisClient kinesis,
    StreamDescriptionSummary stream,
    Delivery delivery,
    Path checkpoints,
    Retries retries,
    ShardLoop.Pace pace) {

  // Longer than a call to AWS can take after an interrupt.
  private static final long STOP_SECONDS = 60;

  /**
   * Delivers until the thread is interrupted. Closed shards come first and one after the other,
   * because the shards that replaced them have later records of the same keys. When an open shard
   * is closed, this starts again with the new list of shards.
   *
   * @throws IllegalStateException if a checkpoint cannot be saved
   */
  void run() throws InterruptedException {
    while (true) {
      List<Shard> shards =
          retries.call(() -> kinesis.listShards(r -> r.streamName(stream.streamName())).shards());
      for (Shard shard : shards) {
        if (isClosed(shard)) {
          loop(shard).run();
        }
      }
      List<Shard> open = shards.stream().filter(shard -> !isClosed(shard)).toList();
      if (open.isEmpty()) {
        retries.pause(1, "the stream has no open shard");
      } else {
        deliverOpen(open);
      }
    }
  }

  private static boolean isClosed(Shard shard) {
    return shard.sequenceNumberRange().endingSequenceNumber() != null;
  }

  /** Delivers open shards in parallel until the first of them is closed. */
  private void deliverOpen(List<Shard> shards) throws InterruptedException {
    ExecutorService threads = Executors.newCachedThreadPool();
    try {
      CompletionService<Void> ended = new ExecutorCompletionService<>(threads);
      for (Shard shard : shards) {
        ended.submit(
            () -> {
              loop(shard).run();
              return null;
            });
      }
      ended.take().get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("the stream cannot be delivered", e.getCause());
    } finally {
      threads.shutdownNow();
      threads.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS);
    }
  }

  /**
   * A stream that is deleted and created again has the same shard ids, so its time is in the name.
   */
  private ShardLoop loop(Shard shard) {
    String name = stream.streamCreationTimestamp().toEpochMilli() + "-" + shard.shardId();
    return new ShardLoop(
        kinesis,
        stream.streamName(),
        shard.shardId(),
        delivery,
        new Checkpoint(checkpoints.resolve(stream.streamName()).resolve(name)),
        retries,
        pace);
  }
}
