package inventory.emulator.s3.awssdk;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import org.gaul.s3proxy.blobstore.S3Exceptions;
import software.amazon.awssdk.services.s3.model.CopyObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * What a reader or writer demands of the object; null where it demands nothing.
 *
 * @param notModifiedStatus the answer if the reader has the object already: 304 to a read, 412 to a
 *     copy or a put
 */
record Conditions(
    String ifMatch,
    String ifNoneMatch,
    Instant ifModifiedSince,
    Instant ifUnmodifiedSince,
    int notModifiedStatus) {

  private static final int NOT_MODIFIED = 304;
  private static final int PRECONDITION_FAILED = 412;

  static Conditions of(GetObjectRequest request) {
    return new Conditions(
        request.ifMatch(),
        request.ifNoneMatch(),
        request.ifModifiedSince(),
        request.ifUnmodifiedSince(),
        NOT_MODIFIED);
  }

  static Conditions of(CopyObjectRequest request) {
    return new Conditions(
        request.copySourceIfMatch(),
        request.copySourceIfNoneMatch(),
        request.copySourceIfModifiedSince(),
        request.copySourceIfUnmodifiedSince(),
        PRECONDITION_FAILED);
  }

  static Conditions of(PutObjectRequest request) {
    return new Conditions(
        request.ifMatch(), request.ifNoneMatch(), null, null, PRECONDITION_FAILED);
  }

  /**
   * Throws what S3 would answer if the object that is to be replaced is not as demanded.
   *
   * @param bucket its bucket
   * @param key its key
   * @param latest its latest version, which may be a delete marker
   */
  void checkReplaced(String bucket, String key, Optional<ObjectVersion> latest) {
    Optional<ObjectVersion> object = latest.filter(version -> !version.deleteMarker());
    if (object.isEmpty() && ifMatch != null) {
      throw S3Exceptions.noSuchKey(bucket, key, "it was not stored");
    }
    object.ifPresent(this::check);
  }

  /** Throws what S3 would answer if the object is not as demanded. An ETag goes before a time. */
  void check(ObjectVersion version) {
    // HTTP's dates have whole seconds.
    Instant modified = version.modified().truncatedTo(ChronoUnit.SECONDS);
    if (ifMatch != null ? !names(ifMatch, version) : isAfter(modified, ifUnmodifiedSince)) {
      throw refusal(PRECONDITION_FAILED, version);
    }
    boolean known =
        ifNoneMatch != null
            ? names(ifNoneMatch, version)
            : ifModifiedSince != null && !isAfter(modified, ifModifiedSince);
    if (known) {
      throw refusal(notModifiedStatus, version);
    }
  }

  private static boolean names(String etag, ObjectVersion version) {
    return "*".equals(etag) || etag.replace("\"", "").equals(version.etag());
  }

  private static boolean isAfter(Instant modified, Instant limit) {
    return limit != null && modified.isAfter(limit);
  }

  private static S3Exception refusal(int status, ObjectVersion version) {
    return S3Exceptions.fromStatusCode(status, version.quotedEtag(), Map.of(), null);
  }
}
