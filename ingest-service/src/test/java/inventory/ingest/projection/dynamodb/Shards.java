package inventory.ingest.projection.dynamodb;

import inventory.model.counter.dynamodb.TableStream;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.dynamodb.model.GetRecordsResponse;
import software.amazon.awssdk.services.dynamodb.model.Record;
import software.amazon.awssdk.services.dynamodb.model.ShardIteratorType;

/** Reads the whole stream of a table, which has one shard. */
final class Shards {

  private Shards() {}

  static List<Record> records(TableStream stream) {
    String arn = stream.arn();
    String shard = stream.shards().get(0).shardId();
    String iterator =
        stream
            .client()
            .getShardIterator(
                r ->
                    r.streamArn(arn)
                        .shardId(shard)
                        .shardIteratorType(ShardIteratorType.TRIM_HORIZON))
            .shardIterator();
    List<Record> records = new ArrayList<>();
    while (true) {
      String next = iterator;
      GetRecordsResponse response = stream.client().getRecords(r -> r.shardIterator(next));
      if (response.records().isEmpty()) {
        return records;
      }
      records.addAll(response.records());
      iterator = response.nextShardIterator();
    }
  }
}
