package inventory.ingest.projection.dynamodb;

import inventory.ingest.projection.Difference;
import inventory.ingest.projection.Projection;
import inventory.model.counter.dynamodb.CheckpointItem;
import inventory.model.counter.dynamodb.TableStream;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.GetRecordsResponse;
import software.amazon.awssdk.services.dynamodb.model.Record;
import software.amazon.awssdk.services.dynamodb.model.Shard;
import software.amazon.awssdk.services.dynamodb.model.ShardIteratorType;
import software.amazon.awssdk.services.dynamodb.model.StreamRecord;

/**
 * Delivers the table's stream to the projection where no Lambda function does, as on a laptop. A
 * shard begins after its checkpoint, and after its parent is read to its end. Not thread-safe.
 */
public final class StreamPoller {

  /** How often to look for new shards: there is one after some hours. */
  private static final int POLLS_PER_LOOK = 40;

  private final DynamoDbClient dynamoDb;
  private final TableStream stream;
  private final String table;
  private final Projection projection;
  private final Map<String, String> iterators = new HashMap<>();
  private final Set<String> finished = new HashSet<>();
  private List<Shard> shards = List.of();
  private int polls;

  /** Reads the stream of a table. */
  public StreamPoller(
      DynamoDbClient dynamoDb, TableStream stream, String table, Projection projection) {
    this.dynamoDb = dynamoDb;
    this.stream = stream;
    this.table = table;
    this.projection = projection;
  }

  /**
   * Projects what is in the stream. After an exception, the next call continues at the checkpoints.
   *
   * @return the number of records
   */
  public int poll() {
    try {
      if (polls++ % POLLS_PER_LOOK == 0) {
        shards = stream.shards();
      }
      Set<String> known = new HashSet<>(shards.stream().map(Shard::shardId).toList());
      finished.retainAll(known);
      int records = 0;
      for (Shard shard : shards) {
        String parent = shard.parentShardId();
        if (parent == null || !known.contains(parent) || finished.contains(parent)) {
          records += readToEnd(shard.shardId());
        }
      }
      return records;
    } catch (RuntimeException e) {
      iterators.clear();
      polls = 0;
      throw e;
    }
  }

  private int readToEnd(String shard) {
    int records = 0;
    while (!finished.contains(shard)) {
      String iterator = iterators.computeIfAbsent(shard, this::iterator);
      GetRecordsResponse response = stream.client().getRecords(r -> r.shardIterator(iterator));
      projection.project(shard, response.records().stream().map(StreamPoller::difference).toList());
      records += response.records().size();
      if (response.nextShardIterator() == null) {
        iterators.remove(shard);
        finished.add(shard);
      } else {
        iterators.put(shard, response.nextShardIterator());
      }
      if (response.records().isEmpty()) {
        break;
      }
    }
    return records;
  }

  private String iterator(String shard) {
    Map<String, AttributeValue> checkpoint =
        dynamoDb
            .getItem(
                get -> get.tableName(table).key(CheckpointItem.key(shard)).consistentRead(true))
            .item();
    return stream
        .client()
        .getShardIterator(
            request -> {
              request.streamArn(stream.arn()).shardId(shard);
              if (checkpoint.isEmpty()) {
                request.shardIteratorType(ShardIteratorType.TRIM_HORIZON);
              } else {
                request
                    .shardIteratorType(ShardIteratorType.AFTER_SEQUENCE_NUMBER)
                    .sequenceNumber(CheckpointItem.sequenceOf(checkpoint));
              }
            })
        .shardIterator();
  }

  /** The difference that a record of the stream makes. */
  static Difference difference(Record record) {
    StreamRecord change = record.dynamodb();
    return Images.difference(change.sequenceNumber(), change.oldImage(), change.newImage());
  }
}
