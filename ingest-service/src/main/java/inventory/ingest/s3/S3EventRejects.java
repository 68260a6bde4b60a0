package inventory.ingest.s3;

import inventory.ingest.domain.BoundedMap;
import inventory.ingest.domain.EventReject;
import inventory.ingest.domain.EventRejects;
import inventory.model.resource.Inbox;
import io.micronaut.serde.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import software.amazon.awssdk.core.ResponseBytes;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * Rejected events as lines of JSON, in objects of an hour. S3 cannot append: the object is written
 * again with all its lines, on condition that it has not changed since it was read. Objects are
 * small, and a full one is not read again. A batch therefore costs the same however many were
 * rejected before: usually one read and one write of at most {@value #MAX_BYTES} bytes each.
 */
public final class S3EventRejects implements EventRejects {

  /** The size at which an hour gets another object, because each addition rewrites an object. */
  static final int MAX_BYTES = 128 * 1024;

  private static final int MAX_HOURS = 100;

  private static final String CONTENT_TYPE = "application/x-ndjson; charset=utf-8";
  private static final DateTimeFormatter HOUR =
      DateTimeFormatter.ofPattern("uuuuMMddHH", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final int PRECONDITION_FAILED = 412;
  private static final int CONFLICT = 409;
  private static final int MAX_ATTEMPTS = 50;

  private final S3Client s3;
  private final String bucket;
  private final ObjectMapper json;
  // By hour: the object that this process wrote last. A new process reads all objects once.
  private final Map<Instant, Integer> parts =
      Collections.synchronizedMap(new BoundedMap<>(MAX_HOURS));

  /** Stores rejected events in a bucket. */
  public S3EventRejects(S3Client s3, String bucket, ObjectMapper json) {
    this.s3 = s3;
    this.bucket = bucket;
    this.json = json;
  }

  @Override
  public List<Hour> add(List<EventReject> rejects) {
    Map<Instant, List<RejectedLine>> hours =
        rejects.stream()
            .map(RejectedLine::of)
            .collect(
                Collectors.groupingBy(
                    line -> line.arrivedAt().truncatedTo(ChronoUnit.HOURS),
                    TreeMap::new,
                    Collectors.toList()));
    List<Hour> written = new ArrayList<>();
    hours.forEach((hour, lines) -> written.add(add(hour, lines)));
    return written;
  }

  private Hour add(Instant hour, List<RejectedLine> lines) {
    int part = parts.getOrDefault(hour, 1);
    for (int attempt = 0; attempt < MAX_ATTEMPTS; ) {
      String key = key(hour, part);
      Optional<ResponseBytes<GetObjectResponse>> before = read(key);
      String text = before.map(ResponseBytes::asUtf8String).orElse("");
      String fresh = fresh(lines, text);
      if (!text.isEmpty() && text.length() + fresh.length() > MAX_BYTES && !fresh.isEmpty()) {
        part++;
        continue;
      }
      if (fresh.isEmpty() || isWritten(key, text + fresh, before)) {
        parts.merge(hour, part, Math::max);
        return new Hour(key, hour, (text + fresh).lines().count(), part == 1);
      }
      // Another process has added lines meanwhile: read again and retry.
      attempt++;
    }
    throw new IllegalStateException(
        "other processes keep writing rejected events of %s; the write is retried later"
            .formatted(hour));
  }

  private static String key(Instant hour, int part) {
    String suffix = part == 1 ? "" : "-" + part;
    return Inbox.REJECTED_EVENTS_PREFIX
        + Inbox.day(hour)
        + HOUR.format(hour)
        + "_events"
        + suffix
        + ".jsonl";
  }

  private Optional<ResponseBytes<GetObjectResponse>> read(String key) {
    try {
      return Optional.of(s3.getObjectAsBytes(request -> request.bucket(bucket).key(key)));
    } catch (NoSuchKeyException e) {
      // The first object of the hour.
      return Optional.empty();
    }
  }

  /** The lines that are not stored yet. */
  private String fresh(List<RejectedLine> lines, String text) {
    StringBuilder fresh = new StringBuilder();
    for (RejectedLine line : lines) {
      if (!text.contains("\"eventID\":\"" + line.eventID() + "\"")) {
        fresh.append(written(line)).append('\n');
      }
    }
    return fresh.toString();
  }

  private String written(RejectedLine line) {
    try {
      return json.writeValueAsString(line);
    } catch (IOException e) {
      throw new UncheckedIOException("a rejected event cannot be written as JSON", e);
    }
  }

  private boolean isWritten(
      String key, String text, Optional<ResponseBytes<GetObjectResponse>> before) {
    PutObjectRequest.Builder request =
        PutObjectRequest.builder().bucket(bucket).key(key).contentType(CONTENT_TYPE);
    before.ifPresentOrElse(
        read -> request.ifMatch(read.response().eTag()), () -> request.ifNoneMatch("*"));
    try {
      s3.putObject(request.build(), RequestBody.fromBytes(text.getBytes(StandardCharsets.UTF_8)));
      return true;
    } catch (S3Exception e) {
      if (e.statusCode() == PRECONDITION_FAILED || e.statusCode() == CONFLICT) {
        return false;
      }
      throw e;
    }
  }
}
