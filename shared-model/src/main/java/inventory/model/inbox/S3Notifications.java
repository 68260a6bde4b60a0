package inventory.model.inbox;

import io.micronaut.serde.ObjectMapper;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Parses S3's notifications. */
public final class S3Notifications {

  private static final String TEST_EVENT = "s3:TestEvent";
  private static final String CREATED = "ObjectCreated:";
  // S3's version id of an object that was put while versioning was off.
  private static final String NO_VERSION = "null";

  private final ObjectMapper json;

  /**
   * Creates a parser.
   *
   * @param json parses the messages
   */
  public S3Notifications(ObjectMapper json) {
    this.json = json;
  }

  /**
   * The uploads in a message, also of objects that the system itself wrote; none for S3's test
   * message and for deletions.
   *
   * @throws IllegalArgumentException if the message is not an S3 notification
   */
  public List<Upload> uploads(String body) {
    S3Event event = parse(body);
    if (event.records() == null) {
      if (TEST_EVENT.equals(event.event())) {
        return List.of();
      }
      throw new IllegalArgumentException(
          "not an S3 notification, because it has no Records: " + body);
    }
    return event.records().stream()
        .filter(entry -> entry.eventName().startsWith(CREATED))
        .map(S3Notifications::toUpload)
        .toList();
  }

  private S3Event parse(String body) {
    try {
      return json.readValue(body, S3Event.class);
    } catch (IOException e) {
      throw new IllegalArgumentException("not an S3 notification: " + body, e);
    }
  }

  private static Upload toUpload(S3Event.Entry entry) {
    S3Event.S3Object object = entry.s3().object();
    boolean versioned = object.versionId() != null && !NO_VERSION.equals(object.versionId());
    return new Upload(
        URLDecoder.decode(object.key(), StandardCharsets.UTF_8),
        versioned ? object.versionId() : unversioned(entry),
        versioned,
        object.size(),
        entry.eventTime());
  }

  /** Distinguishes the uploads of a key without versioning. */
  private static String unversioned(S3Event.Entry entry) {
    S3Event.S3Object object = entry.s3().object();
    return object.sequencer() != null
        ? object.sequencer()
        : object.eTag() + "@" + entry.eventTime();
  }
}
