package inventory.model.inbox;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;

/**
 * The parts of S3's event document that are used; see
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/notification-content-structure.html
 *
 * @param event {@code s3:TestEvent} in the message that S3 sends when notifications are set up
 * @param records the events
 */
@Serdeable
record S3Event(
    @Nullable @JsonProperty("Event") String event,
    @Nullable @JsonProperty("Records") List<Entry> records) {

  /** One event. */
  @Serdeable
  record Entry(String eventName, Instant eventTime, S3 s3) {}

  /** The location of an event. */
  @Serdeable
  record S3(S3Object object) {}

  /**
   * The object of an event.
   *
   * @param key URL-encoded, with a plus sign for a space
   * @param size bytes
   * @param eTag identifies the content
   * @param versionId absent without versioning
   * @param sequencer increases with each event of the key
   */
  @Serdeable
  record S3Object(
      String key,
      long size,
      @Nullable @JsonProperty("eTag") String eTag,
      @Nullable String versionId,
      @Nullable String sequencer) {}
}
