package inventory.pipe.domain;

import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Makes the message by which a pipe says that it could not deliver a record: where that lies in the
 * stream, as long as the stream keeps it, but not its data. The field {@code reason} is this pipe's
 * own.
 */
public final class UndeliveredNotice {

  /** The queue refused it again and again. */
  static final String REFUSED = "RetryAttemptsExhausted";

  /** It is larger than a message may be. */
  static final String TOO_LARGE = "RecordTooLarge";

  private final StreamId stream;
  private final InstantSource clock;

  /** For records of this stream. */
  public UndeliveredNotice(StreamId stream, InstantSource clock) {
    this.stream = stream;
    this.clock = clock;
  }

  /** The message of a record. */
  String of(ShardRecord record, String condition, String reason) {
    Map<String, Object> context = new LinkedHashMap<>();
    context.put(
        "partnerResourceArn",
        "arn:aws:pipes:%s:%s:pipe/inventory-local-pipe"
            .formatted(stream.region(), stream.account()));
    context.put("condition", condition);
    context.put("reason", reason);
    Map<String, Object> notice = new LinkedHashMap<>();
    notice.put("context", context);
    notice.put("version", "1.0");
    notice.put("timestamp", text(clock.instant()));
    notice.put("KinesisBatchInfo", batch(record));
    return MessageForm.json(notice);
  }

  private Map<String, Object> batch(ShardRecord record) {
    Map<String, Object> batch = new LinkedHashMap<>();
    batch.put("shardId", record.shardId());
    batch.put("startSequenceNumber", record.sequenceNumber());
    batch.put("endSequenceNumber", record.sequenceNumber());
    batch.put("approximateArrivalOfFirstRecord", text(record.arrivedAt()));
    batch.put("approximateArrivalOfLastRecord", text(record.arrivedAt()));
    batch.put("batchSize", 1);
    batch.put("streamArn", stream.arn());
    return batch;
  }

  private static String text(Instant moment) {
    return DateTimeFormatter.ISO_INSTANT.format(moment);
  }
}
