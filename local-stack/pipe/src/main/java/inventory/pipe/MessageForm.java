package inventory.pipe;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.kinesis.model.Record;

/**
 * Makes the messages of an EventBridge Pipe that has no input template.
 *
 * @param stream the stream's ARN
 * @see <a
 *     href="https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-pipes-kinesis.html">EventBridge
 *     Pipes: Kinesis as a source</a>
 */
record MessageForm(String stream) {

  /** The message group ids that SQS accepts. */
  private static final Pattern GROUP_ID = Pattern.compile("[\\x21-\\x7E]{1,128}");

  private static final int MILLIS_SCALE = 3;

  // The parts of an ARN: arn:aws:kinesis:<region>:<account>:stream/<name>.
  private static final int REGION = 3;
  private static final int ACCOUNT = 4;

  // SQS refuses some characters that a partition key may have; in ASCII they are escaped.
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
          .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
          .build();

  /**
   * The message for a record. Its group is the partition key, or the key's SHA-256 in hex if SQS
   * does not accept the key as a group id, for example because it contains a space.
   */
  Message message(String shardId, Record record) {
    Instant arrivedAt = record.approximateArrivalTimestamp();
    ObjectNode body =
        JSON.createObjectNode()
            .put("kinesisSchemaVersion", "1.0")
            .put("partitionKey", record.partitionKey())
            .put("sequenceNumber", record.sequenceNumber())
            .put("data", Base64.getEncoder().encodeToString(record.data().asByteArrayUnsafe()))
            .put(
                "approximateArrivalTimestamp",
                BigDecimal.valueOf(arrivedAt.toEpochMilli(), MILLIS_SCALE))
            .put("eventSource", "aws:kinesis")
            .put("eventVersion", "1.0")
            .put("eventID", Message.eventId(shardId, record.sequenceNumber()))
            .put("eventName", "aws:kinesis:record")
            .put("invokeIdentityArn", "arn:aws:iam::" + account() + ":role/inventory-local-pipe")
            .put("awsRegion", region())
            .put("eventSourceARN", stream);
    return new Message(
        shardId, record.sequenceNumber(), arrivedAt, groupId(record.partitionKey()), json(body));
  }

  private static String groupId(String partitionKey) {
    return GROUP_ID.matcher(partitionKey).matches() ? partitionKey : sha256(partitionKey);
  }

  /**
   * The notice about a record that cannot be delivered: where the record is and why, without its
   * data. The managed Pipe sends the same fields, except {@code reason}.
   */
  String notice(Message message, String condition, String reason, Instant now) {
    ObjectNode notice = JSON.createObjectNode();
    notice
        .putObject("context")
        .put(
            "partnerResourceArn",
            "arn:aws:pipes:%s:%s:pipe/inventory-local-pipe".formatted(region(), account()))
        .put("condition", condition)
        .put("reason", reason);
    notice.put("version", "1.0").put("timestamp", now.toString());
    notice
        .putObject("KinesisBatchInfo")
        .put("shardId", message.shardId())
        .put("startSequenceNumber", message.sequenceNumber())
        .put("endSequenceNumber", message.sequenceNumber())
        .put("approximateArrivalOfFirstRecord", message.arrivedAt().toString())
        .put("approximateArrivalOfLastRecord", message.arrivedAt().toString())
        .put("batchSize", 1)
        .put("streamArn", stream);
    return json(notice);
  }

  private String region() {
    return stream.split(":", -1)[REGION];
  }

  private String account() {
    return stream.split(":", -1)[ACCOUNT];
  }

  private static String json(JsonNode node) {
    try {
      return JSON.writeValueAsString(node);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("texts and numbers can always be written", e);
    }
  }

  private static String sha256(String text) {
    try {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
