package inventory.ingest.s3;

import inventory.ingest.domain.EventReject;
import inventory.model.message.StreamRecord;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * A rejected event, as it is stored.
 *
 * @param field the bad field; empty if it is not a single one
 * @param reason the reason, in words for people
 * @param eventID the record's identity
 * @param partitionKey the record's partition key
 * @param sequenceNumber the record's position in the stream
 * @param arrivedAt when the stream stored it
 * @param data the published data, if it is text in UTF-8
 * @param dataBase64 the published data, if it is not text in UTF-8
 */
@Serdeable
record RejectedLine(
    String field,
    String reason,
    String eventID,
    String partitionKey,
    String sequenceNumber,
    Instant arrivedAt,
    @Nullable String data,
    @Nullable String dataBase64) {

  static RejectedLine of(EventReject reject) {
    StreamRecord record = reject.record();
    String text = text(record);
    return new RejectedLine(
        reject.field(),
        reject.reason(),
        record.eventID(),
        record.partitionKey(),
        record.sequenceNumber(),
        record.arrivedAt(),
        text,
        text == null ? record.data() : null);
  }

  private static @Nullable String text(StreamRecord record) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(record.bytes())).toString();
    } catch (CharacterCodingException e) {
      // Not text: stored as Base64.
      return null;
    }
  }
}
