package inventory.emulator.s3;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import software.amazon.awssdk.services.s3.model.Event;
import tools.jackson.databind.json.JsonMapper;

/** The messages that S3 sends to a queue, in their documented form (event version 2.1). */
final class S3Event {

  private static final JsonMapper JSON = JsonMapper.shared();

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  private static final Map<String, String> PRINCIPAL = Map.of("principalId", "LOCAL");

  private S3Event() {}

  /** The message about an object that was created. */
  static String created(Event event, CreatedObject created, String configuration, String region) {
    Map<String, Object> bucket =
        Map.of(
            "name",
            created.bucket(),
            "ownerIdentity",
            PRINCIPAL,
            "arn",
            "arn:aws:s3:::" + created.bucket());
    Map<String, Object> s3 = new LinkedHashMap<>();
    s3.put("s3SchemaVersion", "1.0");
    s3.put("configurationId", configuration);
    s3.put("bucket", bucket);
    s3.put("object", object(created));
    Map<String, Object> message = new LinkedHashMap<>();
    message.put("eventVersion", "2.1");
    message.put("eventSource", "aws:s3");
    message.put("awsRegion", region);
    message.put("eventTime", TIME.format(created.modified()));
    message.put("eventName", event.toString().replaceFirst("^s3:", ""));
    message.put("userIdentity", PRINCIPAL);
    message.put("requestParameters", Map.of("sourceIPAddress", "127.0.0.1"));
    message.put("responseElements", Map.of("x-amz-request-id", UUID.randomUUID().toString()));
    message.put("s3", s3);
    return JSON.writeValueAsString(Map.of("Records", List.of(message)));
  }

  private static Map<String, Object> object(CreatedObject created) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("key", encoded(created.key()));
    object.put("size", created.size());
    object.put("eTag", created.etag());
    if (created.versionId() != null) {
      object.put("versionId", created.versionId());
    }
    object.put("sequencer", "%018X".formatted(created.sequence()));
    return object;
  }

  /** Encodes a key like S3: as in a form, with {@code +} for a space, but slashes stay. */
  private static String encoded(String key) {
    return URLEncoder.encode(key, StandardCharsets.UTF_8).replace("%2F", "/");
  }

  /** The message by which S3 checks that it may send to each queue of a new configuration. */
  static String test(String bucket, Instant now) {
    Map<String, Object> message = new LinkedHashMap<>();
    message.put("Service", "Amazon S3");
    message.put("Event", "s3:TestEvent");
    message.put("Time", TIME.format(now));
    message.put("Bucket", bucket);
    message.put("RequestId", UUID.randomUUID().toString());
    return JSON.writeValueAsString(message);
  }
}
