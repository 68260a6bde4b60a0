package inventory.pipe;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import inventory.model.resource.Streams;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Base64;
import software.amazon.awssdk.services.kinesis.model.Record;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;

/**
 * Makes the messages of an EventBridge Pipe that has no input template.
 *
 * @param stream the stream's ARN, {@code arn:aws:kinesis:<region>:<account>:stream/<name>}
 * @see <a
 *     href="https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-pipes-kinesis.html">EventBridge
 *     Pipes: Kinesis as a source</a>
 */
record MessageForm(String stream) {

  private static final int MILLIS_SCALE = 3;
  private static final int REGION = 3;
  private static final int ACCOUNT = 4;
  // SQS refuses some characters that a partition key may have; in ASCII they are escaped.
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
          .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
          .build();

  /**
   * The message for a record. Its id in a batch is the sequence number. Its group is the partition
   * key, or the key's SHA-256 in hex if SQS does not accept the key as a group id, for example
   * because it contains a space. The body is ASCII: it has as many bytes as characters.
   */
  SendMessageBatchRequestEntry message(String shardId, Record record) {
    long arrivedAt = record.approximateArrivalTimestamp().toEpochMilli();
    String eventId = shardId + ":" + record.sequenceNumber();
    String[] arn = stream.split(":", -1);
    ObjectNode body =
        JSON.createObjectNode()
            .put("kinesisSchemaVersion", "1.0")
            .put("partitionKey", record.partitionKey())
            .put("sequenceNumber", record.sequenceNumber())
            .put("data", Base64.getEncoder().encodeToString(record.data().asByteArrayUnsafe()))
            .put("approximateArrivalTimestamp", BigDecimal.valueOf(arrivedAt, MILLIS_SCALE))
            .put("eventSource", "aws:kinesis")
            .put("eventVersion", "1.0")
            .put("eventID", eventId)
            .put("eventName", "aws:kinesis:record")
            .put("invokeIdentityArn", "arn:aws:iam::" + arn[ACCOUNT] + ":role/inventory-local-pipe")
            .put("awsRegion", arn[REGION])
            .put("eventSourceARN", stream);
    String key = record.partitionKey();
    return SendMessageBatchRequestEntry.builder()
        .id(record.sequenceNumber())
        .messageGroupId(Streams.messageGroup(key))
        .messageDeduplicationId(eventId)
        .messageBody(json(body))
        .build();
  }

  /**
   * The notice about a record that is too large: where the record is and why, without its data. The
   * managed Pipe sends these fields, except {@code reason}, and more.
   */
  String notice(String shardId, String sequenceNumber, String reason, Instant now) {
    ObjectNode notice =
        JSON.createObjectNode().put("version", "1.0").put("timestamp", now.toString());
    notice.putObject("context").put("condition", "RecordTooLarge").put("reason", reason);
    notice
        .putObject("KinesisBatchInfo")
        .put("shardId", shardId)
        .put("startSequenceNumber", sequenceNumber)
        .put("endSequenceNumber", sequenceNumber)
        .put("batchSize", 1)
        .put("streamArn", stream);
    return json(notice);
  }

  private static String json(JsonNode node) {
    try {
      return JSON.writeValueAsString(node);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("texts and numbers can always be written", e);
    }
  }
}
