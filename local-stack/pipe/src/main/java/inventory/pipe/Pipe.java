package inventory.pipe;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.model.GetRecordsResponse;
import software.amazon.awssdk.services.kinesis.model.InvalidArgumentException;
import software.amazon.awssdk.services.kinesis.model.Record;
import software.amazon.awssdk.services.kinesis.model.ResourceNotFoundException;
import software.amazon.awssdk.services.kinesis.model.Shard;
import software.amazon.awssdk.services.kinesis.model.ShardIteratorType;
import software.amazon.awssdk.services.kinesis.model.StreamDescriptionSummary;

/**
 * Delivers all shards of a stream: reads records, sends them, and then saves the shard's
 * checkpoint.
 *
 * @param checkpoints the folder for the shards' checkpoints
 * @param poll the pause between two reads of a shard that has no newer records
 */
record Pipe(
    KinesisClient kinesis,
    StreamDescriptionSummary stream,
    Delivery delivery,
    Path checkpoints,
    Retries retries,
    Duration poll) {

  private static final Logger LOG = LoggerFactory.getLogger(Pipe.class);

  /** After a crash up to this many records are sent again. Batches need records of many groups. */
  private static final int READ_RECORDS = 500;

  // To poll an idle stream as often would keep a processor busy.
  private static final int EMPTY_READS_UNTIL_IDLE = 10;
  private static final int IDLE_POLLS = 5;
  // Longer than a call to AWS can take after an interrupt.
  private static final long STOP_SECONDS = 60;

  /**
   * Delivers until the thread is interrupted. Closed shards come first and one after the other,
   * because the shards that replaced them have later records of the same keys. When an open shard
   * is closed, this starts again with the new list of shards.
   *
   * @throws IllegalStateException if a checkpoint cannot be read or saved
   */
  void run() throws InterruptedException {
    while (true) {
      List<Shard> shards =
          retries.call(() -> kinesis.listShards(r -> r.streamName(stream.streamName())).shards());
      for (Shard shard : shards) {
        if (isClosed(shard)) {
          deliver(shard.shardId());
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
              deliver(shard.shardId());
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

  /** Returns when the shard is closed and delivered to its end. */
  private void deliver(String shardId) throws InterruptedException {
    // A stream that is deleted and created again has the same shard ids.
    String name = stream.streamCreationTimestamp().toEpochMilli() + "-" + shardId;
    Checkpoint checkpoint = new Checkpoint(checkpoints.resolve(stream.streamName()).resolve(name));
    LOG.info(
        "Delivering {} {}",
        shardId,
        checkpoint.load().map(n -> "after record " + n).orElse("from its oldest record"));
    String iterator = retries.call(() -> iterator(shardId, checkpoint));
    int failures = 0;
    int emptyReads = 0;
    while (iterator != null) {
      try {
        GetRecordsResponse read = read(iterator);
        List<Record> records = read.records();
        if (!records.isEmpty()) {
          delivery.deliver(shardId, records);
          checkpoint.save(records.get(records.size() - 1).sequenceNumber());
        }
        failures = 0;
        emptyReads = records.isEmpty() ? emptyReads + 1 : 0;
        iterator = read.nextShardIterator();
        if (read.millisBehindLatest() == null || read.millisBehindLatest() == 0) {
          Thread.sleep(poll.toMillis() * (emptyReads > EMPTY_READS_UNTIL_IDLE ? IDLE_POLLS : 1));
        }
      } catch (SdkException e) {
        retries.pause(++failures, e.getMessage());
        // The iterator may have expired. A stream that was restored does not know it.
        iterator = retries.call(() -> iterator(shardId, checkpoint));
      }
    }
    LOG.info("{} is closed and delivered to its end", shardId);
  }

  private GetRecordsResponse read(String iterator) {
    return kinesis.getRecords(r -> r.shardIterator(iterator).limit(READ_RECORDS));
  }

  /** An iterator that starts after the checkpoint, or else at the oldest record. */
  private String iterator(String shardId, Checkpoint checkpoint) {
    Optional<String> delivered = checkpoint.load();
    try {
      return iterator(shardId, delivered);
    } catch (ResourceNotFoundException | InvalidArgumentException e) {
      String oldest = iterator(shardId, Optional.empty());
      LOG.warn(
          "{} does not have record {} of the checkpoint ({}). Starting at its oldest record:"
              + " records that were already delivered are sent again.",
          shardId,
          delivered.orElse("-"),
          e.getMessage());
      return oldest;
    }
  }

  private String iterator(String shardId, Optional<String> after) {
    ShardIteratorType type =
        after.isPresent()
            ? ShardIteratorType.AFTER_SEQUENCE_NUMBER
            : ShardIteratorType.TRIM_HORIZON;
    return kinesis
        .getShardIterator(
            r ->
                r.streamName(stream.streamName())
                    .shardId(shardId)
                    .shardIteratorType(type)
                    .startingSequenceNumber(after.orElse(null)))
        .shardIterator();
  }
}
