package inventory.pipe;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.model.GetRecordsResponse;
import software.amazon.awssdk.services.kinesis.model.GetShardIteratorRequest;
import software.amazon.awssdk.services.kinesis.model.InvalidArgumentException;
import software.amazon.awssdk.services.kinesis.model.Record;
import software.amazon.awssdk.services.kinesis.model.ResourceNotFoundException;
import software.amazon.awssdk.services.kinesis.model.ShardIteratorType;

/** Delivers one shard: reads records, sends them, and then saves the checkpoint. */
record ShardLoop(
    KinesisClient kinesis,
    String stream,
    String shardId,
    Delivery delivery,
    Checkpoint checkpoint,
    Retries retries,
    Pace pace) {

  private static final Logger LOG = LoggerFactory.getLogger(ShardLoop.class);

  /** After a crash up to this many records are sent again. Batches need records of many groups. */
  private static final int READ_RECORDS = 500;

  /**
   * The pauses between two reads of a shard that has no newer records.
   *
   * @param poll the usual pause
   * @param idlePoll the pause after more than ten empty reads: to poll an idle stream as often
   *     would keep a processor busy
   */
  record Pace(Duration poll, Duration idlePoll) {

    private static final int IDLE_READS = 10;

    Duration after(int emptyReads) {
      return emptyReads <= IDLE_READS ? poll : idlePoll;
    }
  }

  /**
   * Returns when the shard is closed and delivered to its end.
   *
   * @throws java.io.UncheckedIOException if the checkpoint cannot be read or saved
   */
  void run() throws InterruptedException {
    LOG.info(
        "Delivering {} {}",
        shardId,
        checkpoint.load().map(n -> "after record " + n).orElse("from its oldest record"));
    String iterator = retries.call(this::iterator);
    int failures = 0;
    int emptyReads = 0;
    while (iterator != null) {
      try {
        GetRecordsResponse read = read(iterator);
        deliver(read.records());
        failures = 0;
        emptyReads = read.records().isEmpty() ? emptyReads + 1 : 0;
        iterator = read.nextShardIterator();
        if (read.millisBehindLatest() == null || read.millisBehindLatest() == 0) {
          Thread.sleep(pace.after(emptyReads).toMillis());
        }
      } catch (SdkException e) {
        failures++;
        retries.pause(failures, e.getMessage());
        // The iterator may have expired. A stream that was restored does not know it.
        iterator = retries.call(this::iterator);
      }
    }
    LOG.info("{} is closed and delivered to its end", shardId);
  }

  private GetRecordsResponse read(String iterator) {
    return kinesis.getRecords(r -> r.shardIterator(iterator).limit(READ_RECORDS));
  }

  private void deliver(List<Record> records) throws InterruptedException {
    if (!records.isEmpty()) {
      delivery.deliver(shardId, records);
      checkpoint.save(records.get(records.size() - 1).sequenceNumber());
    }
  }

  /** An iterator that starts after the checkpoint, or else at the oldest record. */
  private String iterator() {
    GetShardIteratorRequest oldest =
        GetShardIteratorRequest.builder()
            .streamName(stream)
            .shardId(shardId)
            .shardIteratorType(ShardIteratorType.TRIM_HORIZON)
            .build();
    Optional<String> delivered = checkpoint.load();
    if (delivered.isPresent()) {
      try {
        return kinesis
            .getShardIterator(
                oldest.copy(
                    r ->
                        r.shardIteratorType(ShardIteratorType.AFTER_SEQUENCE_NUMBER)
                            .startingSequenceNumber(delivered.get())))
            .shardIterator();
      } catch (ResourceNotFoundException | InvalidArgumentException e) {
        String iterator = kinesis.getShardIterator(oldest).shardIterator();
        LOG.warn(
            "{} does not have record {} of the checkpoint ({}). Starting at its oldest record:"
                + " records that were already delivered are sent again.",
            shardId,
            delivered.get(),
            e.getMessage());
        return iterator;
      }
    }
    return kinesis.getShardIterator(oldest).shardIterator();
  }
}
