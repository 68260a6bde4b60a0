package inventory.emulator.s3.awssdk;

import com.google.common.io.ByteStreams;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import org.gaul.s3proxy.blobstore.S3Exceptions;
import org.gaul.s3proxy.blobstore.SdkRequests;
import org.gaul.s3proxy.blobstore.SdkResponses;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;

/** Finds, checks and opens what a client wants to read. */
final class Reads {

  private static final int METHOD_NOT_ALLOWED = 405;
  private static final int RANGE_NOT_SATISFIABLE = 416;

  private final Versions versions;
  private final ObjectFiles files;

  Reads(Versions versions, ObjectFiles files) {
    this.versions = versions;
    this.files = files;
  }

  /**
   * Finds a version that has content.
   *
   * @param versionId null for the latest
   * @throws software.amazon.awssdk.services.s3.model.S3Exception as S3 does for an object or
   *     version that is not there or is a delete marker
   */
  ObjectVersion find(String bucket, String key, String versionId) {
    Optional<ObjectVersion> found =
        versionId == null ? versions.latest(bucket, key) : versions.find(bucket, key, versionId);
    if (found.isEmpty() && versionId != null) {
      throw S3Exceptions.noSuchVersion(bucket, key, versionId, "it was not stored, or was deleted");
    }
    ObjectVersion version =
        found.orElseThrow(() -> S3Exceptions.noSuchKey(bucket, key, "it was not stored"));
    if (version.deleteMarker() && versionId == null) {
      throw S3Exceptions.noSuchKeyDeleteMarker(bucket, key, version.versionId(), "it was deleted");
    }
    if (version.deleteMarker()) {
      throw S3Exceptions.fromStatusCode(
          METHOD_NOT_ALLOWED,
          null,
          Map.of("x-amz-delete-marker", "true", "x-amz-version-id", version.versionId()),
          null);
    }
    return version;
  }

  /** Reads an object or a range of it. */
  ResponseInputStream<GetObjectResponse> open(GetObjectRequest request) {
    ObjectVersion version = find(request.bucket(), request.key(), request.versionId());
    Conditions.of(request).check(version);
    SdkRequests.ByteRange range = SdkRequests.parseRange(request.range());
    if (range == null) {
      return SdkResponses.getResponse(response(version).build(), files.open(version.content(), 0));
    }
    long first = first(range, version.size());
    long last =
        range.first() == null || range.last() == null
            ? version.size() - 1
            : Math.min(range.last(), version.size() - 1);
    if (first > last) {
      throw S3Exceptions.fromStatusCode(RANGE_NOT_SATISFIABLE);
    }
    InputStream stream = ByteStreams.limit(files.open(version.content(), first), last - first + 1);
    return SdkResponses.getResponse(
        response(version)
            .contentLength(last - first + 1)
            .contentRange("bytes " + first + "-" + last + "/" + version.size())
            .build(),
        stream);
  }

  /** A range without a first byte counts from the end. */
  private static long first(SdkRequests.ByteRange range, long size) {
    return range.first() == null ? Math.max(0, size - range.last()) : range.first();
  }

  /** The answer to a read of the whole. */
  @SuppressWarnings("deprecation") // expires: the protocol still has it
  static GetObjectResponse.Builder response(ObjectVersion version) {
    Attributes attributes = version.attributes();
    return GetObjectResponse.builder()
        .contentLength(version.size())
        .contentType(attributes.contentType())
        .cacheControl(attributes.cacheControl())
        .contentDisposition(attributes.contentDisposition())
        .contentEncoding(attributes.contentEncoding())
        .contentLanguage(attributes.contentLanguage())
        .expires(attributes.expires())
        .storageClass(attributes.storageClass())
        .metadata(attributes.metadata())
        .eTag(version.quotedEtag())
        .lastModified(version.modified())
        .versionId(version.reportedVersionId());
  }
}
