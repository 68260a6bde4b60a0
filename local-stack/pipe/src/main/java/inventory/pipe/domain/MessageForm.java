package inventory.pipe.domain;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Makes of a record the message that an EventBridge Pipe without an input template sends.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-pipes-kinesis.html">EventBridge
 *     Pipes: Kinesis as a source</a>
 */
public final class MessageForm {

  /** What SQS takes as the id of a message group. */
  private static final Pattern GROUP_ID = Pattern.compile("[\\x21-\\x7E]{1,128}");

  private static final int MILLIS_SCALE = 3;

  // Escaped, so that SQS never refuses a message for a character of its partition key.
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
          .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
          .build();

  private final StreamId stream;

  /** For records of this stream. */
  public MessageForm(StreamId stream) {
    this.stream = stream;
  }

  /**
   * The message of a record. Its group is the partition key; where SQS does not take that as a
   * group, having a space for example or more than 128 characters, the key's SHA-256 in hex. The
   * body has the partition key as it is.
   */
  public Message of(ShardRecord record) {
    return new Message(record, groupId(record.partitionKey()), body(record));
  }

  private String body(ShardRecord record) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("kinesisSchemaVersion", "1.0");
    fields.put("partitionKey", record.partitionKey());
    fields.put("sequenceNumber", record.sequenceNumber());
    fields.put("data", record.data());
    fields.put(
        "approximateArrivalTimestamp",
        BigDecimal.valueOf(record.arrivedAt().toEpochMilli(), MILLIS_SCALE));
    fields.put("eventSource", "aws:kinesis");
    fields.put("eventVersion", "1.0");
    fields.put("eventID", record.eventId());
    fields.put("eventName", "aws:kinesis:record");
    fields.put(
        "invokeIdentityArn", "arn:aws:iam::" + stream.account() + ":role/inventory-local-pipe");
    fields.put("awsRegion", stream.region());
    fields.put("eventSourceARN", stream.arn());
    return json(fields);
  }

  /** JSON of plain values. */
  static String json(Map<String, ?> fields) {
    try {
      return JSON.writeValueAsString(fields);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("texts and numbers are always written", e);
    }
  }

  private static String groupId(String partitionKey) {
    return GROUP_ID.matcher(partitionKey).matches() ? partitionKey : sha256(partitionKey);
  }

  private static String sha256(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
