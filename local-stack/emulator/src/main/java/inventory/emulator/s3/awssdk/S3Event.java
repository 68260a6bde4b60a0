package inventory.emulator.s3.awssdk;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/** The messages that S3 sends to a queue, in their documented form (event version 2.1). */
final class S3Event {

  private static final JsonMapper JSON = JsonMapper.shared();

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  private static final Map<String, String> PRINCIPAL = Map.of("principalId", "LOCAL");

  private S3Event() {}

  /** An object was created. */
  static String created(
      EventName name, ObjectVersion version, String configurationId, String region) {
    Map<String, Object> event = new LinkedHashMap<>();
    event.put("eventVersion", "2.1");
    event.put("eventSource", "aws:s3");
    event.put("awsRegion", region);
    event.put("eventTime", TIME.format(version.modified()));
    event.put("eventName", name.text());
    event.put("userIdentity", PRINCIPAL);
    event.put("requestParameters", Map.of("sourceIPAddress", "127.0.0.1"));
    event.put("responseElements", Map.of("x-amz-request-id", UUID.randomUUID().toString()));
    event.put(
        "s3",
        ordered(
            "s3SchemaVersion",
            "1.0",
            "configurationId",
            configurationId,
            "bucket",
            ordered(
                "name",
                version.bucket(),
                "ownerIdentity",
                PRINCIPAL,
                "arn",
                "arn:aws:s3:::" + version.bucket()),
            "object",
            object(version)));
    return JSON.writeValueAsString(Map.of("Records", List.of(event)));
  }

  /** What S3 sends to each queue of a new configuration, to see that it may. */
  static String test(String bucket, Instant now) {
    return JSON.writeValueAsString(
        ordered(
            "Service",
            "Amazon S3",
            "Event",
            "s3:TestEvent",
            "Time",
            TIME.format(now),
            "Bucket",
            bucket,
            "RequestId",
            UUID.randomUUID().toString()));
  }

  private static Map<String, Object> object(ObjectVersion version) {
    Map<String, Object> object =
        ordered(
            "key", encoded(version.key()),
            "size", version.size(),
            "eTag", version.etag());
    if (version.reportedVersionId() != null) {
      object.put("versionId", version.reportedVersionId());
    }
    object.put("sequencer", "%018X".formatted(version.sequence()));
    return object;
  }

  /** As S3 does: a form's encoding, with {@code +} for a space, but slashes as they are. */
  private static String encoded(String key) {
    return URLEncoder.encode(key, StandardCharsets.UTF_8).replace("%2F", "/");
  }

  private static Map<String, Object> ordered(Object... namesAndValues) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      map.put((String) namesAndValues[i], namesAndValues[i + 1]);
    }
    return map;
  }
}
