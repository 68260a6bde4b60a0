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
 * A rejected event as it is kept.
 *
 * @param field which field is wrong; empty if it is none alone
 * @param reason why, in words for people
 * @param eventID the record's identity
 * @param partitionKey the record's partition key
 * @param sequenceNumber the record's place in the stream
 * @param arrivedAt when the stream took it in
 * @param data what was published, where that is text in UTF-8
 * @param dataBase64 what was published, where it is not
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
      // No text: it is kept as it came.
      return null;
    }
  }
}
