package inventory.launcher.generate;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.BatchResultErrorEntry;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;

/**
 * Puts events straight into the FIFO queue, where an environment has no stream: as the very
 * messages that an EventBridge Pipe makes of a stream's records.
 */
public final class QueueEvents implements EventTarget {

  private static final int MAX_RECORDS = 10;
  private static final long MAX_BYTES = 256 << 10;
  // What is around the data of a message; names in it are at most so long.
  private static final long ENVELOPE_BYTES = 2_000;
  private static final String SHARD = "shardId-000000000000";
  private static final String REGION = "us-east-1";
  private static final String NOBODY = "arn:aws:iam::000000000000:role/none";
  private static final long NANOS_PER_SECOND = 1_000_000_000;
  private static final int NANO_DIGITS = 9;
  private static final JsonMapper JSON = new JsonMapper();

  private final SqsClient sqs;
  private final String queueUrl;
  private final InstantSource clock;
  private long lastNumber;

  /**
   * Sends to a queue.
   *
   * @param clock what sequence numbers follow, so that they grow from one run to the next
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
  public long maxBytes() {
    return MAX_BYTES;
  }

  @Override
  public long bytes(EventRecord record) {
    // Base64 makes four bytes of three.
    return record.bytes().length * 4L / 3 + ENVELOPE_BYTES;
  }

  @Override
  public List<Refusal> send(List<EventRecord> batch) {
    List<SendMessageBatchRequestEntry> entries = new ArrayList<>();
    for (int i = 0; i < batch.size(); i++) {
      entries.add(entry(String.valueOf(i), batch.get(i)));
    }
    return sqs.sendMessageBatch(r -> r.queueUrl(queueUrl).entries(entries)).failed().stream()
        .map(QueueEvents::refusal)
        .toList();
  }

  private static Refusal refusal(BatchResultErrorEntry failed) {
    return new Refusal(Integer.parseInt(failed.id()), failed.code() + ": " + failed.message());
  }

  private SendMessageBatchRequestEntry entry(String id, EventRecord record) {
    Instant now = clock.instant();
    String number = String.valueOf(nextNumber(now));
    return SendMessageBatchRequestEntry.builder()
        .id(id)
        .messageGroupId(record.partitionKey())
        .messageDeduplicationId(SHARD + ":" + number)
        .messageBody(message(record, number, now))
        .build();
  }

  /** Nanoseconds since 1970, and more where two records come in one. */
  private long nextNumber(Instant now) {
    long nanos = now.getEpochSecond() * NANOS_PER_SECOND + now.getNano();
    lastNumber = Math.max(lastNumber + 1, nanos);
    return lastNumber;
  }

  private static String message(EventRecord record, String number, Instant now) {
    ObjectNode message = JSON.createObjectNode();
    message.put("kinesisSchemaVersion", "1.0");
    message.put("partitionKey", record.partitionKey());
    message.put("sequenceNumber", number);
    message.put("data", Base64.getEncoder().encodeToString(record.bytes()));
    message.put("approximateArrivalTimestamp", seconds(now));
    message.put("eventSource", "aws:kinesis");
    message.put("eventVersion", "1.0");
    message.put("eventID", SHARD + ":" + number);
    message.put("eventName", "aws:kinesis:record");
    message.put("invokeIdentityArn", NOBODY);
    message.put("awsRegion", REGION);
    message.put("eventSourceARN", "arn:aws:kinesis:" + REGION + ":000000000000:stream/none");
    return message.toString();
  }

  private static BigDecimal seconds(Instant time) {
    return BigDecimal.valueOf(time.getEpochSecond())
        .add(BigDecimal.valueOf(time.getNano(), NANO_DIGITS));
  }
}
