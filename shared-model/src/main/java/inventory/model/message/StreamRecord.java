package inventory.model.message;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.Base64;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * A record of the event stream, as an EventBridge Pipe sends it to a queue. The pipe adds more
 * fields, which are not used.
 *
 * @param eventID the record's identity, {@code <shard id>:<sequence number>}
 * @param partitionKey the product's id, by which records are ordered
 * @param sequenceNumber the record's position among those with its partition key: decimal digits,
 *     larger for a later record, with gaps
 * @param approximateArrivalTimestamp when Kinesis stored it, in seconds since 1970 with a fraction
 * @param data what the producer sent, in Base64
 * @see <a
 *     href="https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-pipes-kinesis.html">EventBridge
 *     Pipes: Kinesis as a source</a>
 */
@Serdeable
public record StreamRecord(
    String eventID,
    String partitionKey,
    String sequenceNumber,
    double approximateArrivalTimestamp,
    String data) {

  private static final Pattern SEQUENCE_NUMBER = Pattern.compile("0|[1-9]\\d{0,128}");
  private static final double MILLIS = 1e3;

  /** Every part is required, and the sequence number must be a number. */
  public StreamRecord {
    Objects.requireNonNull(eventID, "the eventID of a stream record is missing");
    Objects.requireNonNull(partitionKey, "the partitionKey of a stream record is missing");
    Objects.requireNonNull(sequenceNumber, "the sequenceNumber of a stream record is missing");
    Objects.requireNonNull(data, "the data of a stream record is missing");
    if (!SEQUENCE_NUMBER.matcher(sequenceNumber).matches()) {
      throw new IllegalArgumentException(
          "the sequenceNumber of a stream record is \""
              + sequenceNumber
              + "\", which is not a number");
    }
  }

  /**
   * What the producer sent.
   *
   * @throws IllegalArgumentException if the data is not Base64
   */
  public byte[] bytes() {
    return Base64.getDecoder().decode(data);
  }

  /** When Kinesis stored it, to the millisecond. */
  public Instant arrivedAt() {
    return Instant.ofEpochMilli(Math.round(approximateArrivalTimestamp * MILLIS));
  }
}
