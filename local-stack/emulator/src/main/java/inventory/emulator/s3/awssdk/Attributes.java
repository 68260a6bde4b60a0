package inventory.emulator.s3.awssdk;

import java.time.Instant;
import java.util.Map;
import software.amazon.awssdk.services.s3.model.CopyObjectRequest;
import software.amazon.awssdk.services.s3.model.CreateMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import tools.jackson.databind.json.JsonMapper;

/**
 * The headers that a client stores with an object, and gets back with it. Absent ones are null, as
 * in the SDK's requests and responses between which they travel.
 */
record Attributes(
    String contentType,
    String cacheControl,
    String contentDisposition,
    String contentEncoding,
    String contentLanguage,
    Long expiresMillis,
    String storageClass,
    Map<String, String> metadata) {

  static final Attributes NONE = new Attributes(null, null, null, null, null, null, null, Map.of());

  private static final JsonMapper JSON = JsonMapper.shared();

  static Attributes of(PutObjectRequest request) {
    return new Attributes(
        request.contentType(),
        request.cacheControl(),
        request.contentDisposition(),
        request.contentEncoding(),
        request.contentLanguage(),
        millis(request.expires()),
        request.storageClassAsString(),
        request.metadata());
  }

  static Attributes of(CreateMultipartUploadRequest request) {
    return new Attributes(
        request.contentType(),
        request.cacheControl(),
        request.contentDisposition(),
        request.contentEncoding(),
        request.contentLanguage(),
        millis(request.expires()),
        request.storageClassAsString(),
        request.metadata());
  }

  static Attributes of(CopyObjectRequest request) {
    return new Attributes(
        request.contentType(),
        request.cacheControl(),
        request.contentDisposition(),
        request.contentEncoding(),
        request.contentLanguage(),
        millis(request.expires()),
        request.storageClassAsString(),
        request.metadata());
  }

  static Attributes parse(String json) {
    return JSON.readValue(json, Attributes.class);
  }

  String json() {
    return JSON.writeValueAsString(this);
  }

  Instant expires() {
    return expiresMillis == null ? null : Instant.ofEpochMilli(expiresMillis);
  }

  private static Long millis(Instant instant) {
    return instant == null ? null : Long.valueOf(instant.toEpochMilli());
  }
}
