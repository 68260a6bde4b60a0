package inventory.emulator.s3.awssdk;

import java.time.Instant;

/**
 * One version of an object, or a delete marker.
 *
 * @param sequence grows with every version stored in any bucket
 * @param versionId {@link #UNVERSIONED} if the bucket did not keep versions when it was stored
 * @param content the name of the file with the bytes; null for a delete marker
 * @param size bytes
 * @param etag without quotes
 */
record ObjectVersion(
    long sequence,
    String bucket,
    String key,
    String versionId,
    boolean deleteMarker,
    String content,
    long size,
    String etag,
    Instant modified,
    Attributes attributes) {

  /** The version id of what was stored without versions. */
  static final String UNVERSIONED = "null";

  String quotedEtag() {
    return '"' + etag + '"';
  }

  /** The id to tell a client: null where the bucket has never had versions. */
  String reportedVersionId() {
    return UNVERSIONED.equals(versionId) ? null : versionId;
  }
}
