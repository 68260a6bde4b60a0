package inventory.launcher.generate.event;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;

/**
 * Sends records to the FIFO queue of an environment without a stream, as the same messages that an
 * EventBridge Pipe makes of a stream's records.
 */
public final class QueueEvents implements EventTarget {

  private static final int MAX_RECORDS = 10;
  private static final String SHARD = "shardId-000000000000";
  private static final int NANO_DIGITS = 9;
  private static final JsonMapper JSON = new JsonMapper();

  private final SqsClient sqs;
  private final String queueUrl;
  private final InstantSource clock;
  private long lastNumber;

  /**
   * Sends to a queue.
   *
   * @param clock gives sequence numbers, which therefore grow from one run to the next
   */
  public QueueEvents(SqsClient sqs, String queueUrl, InstantSource clock) {
    this.sqs = sqs;
    this.queueUrl = queueUrl;
    this.clock = clock;
  }

  @Override
  public int maxRecords() {
    return MAX_RECORDS;
  }

  @Override
  public Map<Integer, String> send(List<EventRecord> batch) {
    List<SendMessageBatchRequestEntry> entries = new ArrayList<>();
    for (int i = 0; i < batch.size(); i++) {
      entries.add(entry(i, batch.get(i)));
    }
    Map<Integer, String> rejected = new HashMap<>();
    sqs.sendMessageBatch(r -> r.queueUrl(queueUrl).entries(entries))
        .failed()
        .forEach(
            failed ->
                rejected.put(
                    Integer.valueOf(failed.id()), failed.code() + ": " + failed.message()));
    return rejected;
  }

  private SendMessageBatchRequestEntry entry(int index, EventRecord record) {
    BigDecimal seconds = seconds(clock.instant());
    // Nanoseconds since 1970, and larger than the last number.
    long nanos = seconds.movePointRight(NANO_DIGITS).longValueExact();
    lastNumber = Math.max(lastNumber + 1, nanos);
    String id = SHARD + ":" + lastNumber;
    String message =
        JSON.createObjectNode()
            .put("kinesisSchemaVersion", "1.0")
            .put("partitionKey", record.partitionKey())
            .put("sequenceNumber", String.valueOf(lastNumber))
            .put("data", Base64.getEncoder().encodeToString(record.bytes()))
            .put("approximateArrivalTimestamp", seconds)
            .put("eventSource", "aws:kinesis")
            .put("eventVersion", "1.0")
            .put("eventID", id)
            .put("eventName", "aws:kinesis:record")
            .put("invokeIdentityArn", "arn:aws:iam::000000000000:role/none")
            .put("awsRegion", "us-east-1")
            .put("eventSourceARN", "arn:aws:kinesis:us-east-1:000000000000:stream/none")
            .toString();
    return SendMessageBatchRequestEntry.builder()
        .id(String.valueOf(index))
        .messageGroupId(record.partitionKey())
        .messageDeduplicationId(id)
        .messageBody(message)
        .build();
  }

  private static BigDecimal seconds(Instant time) {
    return BigDecimal.valueOf(time.getEpochSecond())
        .add(BigDecimal.valueOf(time.getNano(), NANO_DIGITS));
  }
}
