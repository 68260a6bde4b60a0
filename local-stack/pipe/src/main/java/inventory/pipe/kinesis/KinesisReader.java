package inventory.pipe.kinesis;

import inventory.pipe.domain.PositionLostException;
import inventory.pipe.domain.ShardReader;
import inventory.pipe.domain.ShardRecord;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.model.ExpiredIteratorException;
import software.amazon.awssdk.services.kinesis.model.GetRecordsResponse;
import software.amazon.awssdk.services.kinesis.model.InvalidArgumentException;
import software.amazon.awssdk.services.kinesis.model.Record;
import software.amazon.awssdk.services.kinesis.model.ResourceNotFoundException;

/** Reads a shard of Kinesis, by iterators that follow from each other. */
final class KinesisReader implements ShardReader {

  /** What is delivered again after a crash; and enough for batches of many different groups. */
  private static final int READ_RECORDS = 500;

  private final KinesisClient kinesis;
  private final KinesisSource source;
  private final String shardId;
  private Optional<String> after;
  private String iterator;

  KinesisReader(
      KinesisClient kinesis,
      KinesisSource source,
      String shardId,
      Optional<String> after,
      String iterator) {
    this.kinesis = kinesis;
    this.source = source;
    this.shardId = shardId;
    this.after = after;
    this.iterator = iterator;
  }

  @Override
  public Read next() {
    GetRecordsResponse response = source.call(this::getRecords);
    List<ShardRecord> records = response.records().stream().map(this::toRecord).toList();
    if (!records.isEmpty()) {
      after = Optional.of(records.get(records.size() - 1).sequenceNumber());
    }
    iterator = response.nextShardIterator();
    Long behind = response.millisBehindLatest();
    return new Read(records, behind == null || behind == 0, iterator == null);
  }

  private GetRecordsResponse getRecords() {
    try {
      return kinesis.getRecords(r -> r.shardIterator(iterator).limit(READ_RECORDS));
    } catch (ExpiredIteratorException e) {
      // They last five minutes, which an outage of the queue may outlast.
      iterator = source.iterator(shardId, after);
      return kinesis.getRecords(r -> r.shardIterator(iterator).limit(READ_RECORDS));
    } catch (ResourceNotFoundException | InvalidArgumentException e) {
      throw new PositionLostException(e.getMessage(), e);
    }
  }

  private ShardRecord toRecord(Record record) {
    return new ShardRecord(
        shardId,
        record.sequenceNumber(),
        record.partitionKey(),
        record.approximateArrivalTimestamp(),
        Base64.getEncoder().encodeToString(record.data().asByteArrayUnsafe()));
  }
}
