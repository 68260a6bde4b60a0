package inventory.e2e;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import inventory.model.message.StreamRecord;
import inventory.model.resource.Queues;
import inventory.testkit.EmbeddedStream;
import inventory.testkit.Resources;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.model.GetRecordsResponse;
import software.amazon.awssdk.services.kinesis.model.Record;
import software.amazon.awssdk.services.kinesis.model.Shard;
import software.amazon.awssdk.services.kinesis.model.ShardIteratorType;

/** The records of a stream, to be delivered again, as Kinesis and the pipe may do at any time. */
final class StreamRecords {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final EmbeddedStream stream;
  private final Resources resources;

  StreamRecords(EmbeddedStream stream, Resources resources) {
    this.stream = stream;
    this.resources = resources;
  }

  /** Sends every nth record to the queue again, with an id that SQS has not seen. */
  void deliverAgain(int every) {
    List<StreamRecord> all = all();
    String url = resources.queueUrl(resources.queue(Queues.EVENTS));
    for (int i = 0; i < all.size(); i += every) {
      StreamRecord record = all.get(i);
      String body = json(record);
      resources
          .sqs()
          .sendMessage(
              request ->
                  request
                      .queueUrl(url)
                      .messageBody(body)
                      .messageGroupId(record.partitionKey())
                      .messageDeduplicationId(UUID.randomUUID().toString()));
    }
  }

  private List<StreamRecord> all() {
    KinesisClient kinesis = stream.kinesis();
    List<StreamRecord> all = new ArrayList<>();
    for (Shard shard : kinesis.listShards(r -> r.streamName(stream.name())).shards()) {
      String iterator =
          kinesis
              .getShardIterator(
                  r ->
                      r.streamName(stream.name())
                          .shardId(shard.shardId())
                          .shardIteratorType(ShardIteratorType.TRIM_HORIZON))
              .shardIterator();
      GetRecordsResponse response;
      do {
        String from = iterator;
        response = kinesis.getRecords(r -> r.shardIterator(from));
        response.records().forEach(record -> all.add(received(shard, record)));
        iterator = response.nextShardIterator();
      } while (response.hasRecords() && !response.records().isEmpty());
    }
    return all;
  }

  private static StreamRecord received(Shard shard, Record record) {
    return new StreamRecord(
        shard.shardId() + ":" + record.sequenceNumber(),
        record.partitionKey(),
        record.sequenceNumber(),
        record.approximateArrivalTimestamp().toEpochMilli() / 1e3,
        Base64.getEncoder().encodeToString(record.data().asByteArray()));
  }

  private static String json(StreamRecord record) {
    try {
      return JSON.writeValueAsString(record);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
