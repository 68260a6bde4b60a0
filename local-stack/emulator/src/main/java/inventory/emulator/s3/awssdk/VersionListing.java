package inventory.emulator.s3.awssdk;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import software.amazon.awssdk.services.s3.model.CommonPrefix;
import software.amazon.awssdk.services.s3.model.DeleteMarkerEntry;
import software.amazon.awssdk.services.s3.model.ListObjectVersionsRequest;
import software.amazon.awssdk.services.s3.model.ListObjectVersionsResponse;

/** One page of a bucket's versions. */
final class VersionListing {

  private static final int DEFAULT_PAGE = 1000;

  private final List<software.amazon.awssdk.services.s3.model.ObjectVersion> versions =
      new ArrayList<>();
  private final List<DeleteMarkerEntry> markers = new ArrayList<>();
  private final Set<String> prefixes = new LinkedHashSet<>();
  private ObjectVersion last;

  private VersionListing() {}

  static ListObjectVersionsResponse page(Versions stored, ListObjectVersionsRequest request) {
    String prefix = request.prefix() == null ? "" : request.prefix();
    String delimiter = request.delimiter() == null ? "" : request.delimiter();
    int limit = request.maxKeys() == null ? DEFAULT_PAGE : request.maxKeys();
    VersionListing page = new VersionListing();
    String previousKey = null;
    for (ObjectVersion version : stored.all(request.bucket(), KeyRange.ofPrefix(prefix))) {
      boolean latest = !version.key().equals(previousKey);
      previousKey = version.key();
      if (isBefore(version, request, stored)) {
        continue;
      }
      if (page.size() == limit) {
        return page.response(true);
      }
      page.add(version, latest, group(version.key(), prefix, delimiter));
    }
    return page.response(false);
  }

  private static String group(String key, String prefix, String delimiter) {
    int end = delimiter.isEmpty() ? -1 : key.indexOf(delimiter, prefix.length());
    return end < 0 ? null : key.substring(0, end + delimiter.length());
  }

  /** Whether an earlier page had the version already. */
  private static boolean isBefore(
      ObjectVersion version, ListObjectVersionsRequest request, Versions stored) {
    if (request.keyMarker() == null) {
      return false;
    }
    int order =
        java.util.Arrays.compareUnsigned(Sql.bytes(version.key()), Sql.bytes(request.keyMarker()));
    if (order != 0 || request.versionIdMarker() == null) {
      return order <= 0;
    }
    return stored
        .find(request.bucket(), request.keyMarker(), request.versionIdMarker())
        .filter(marker -> version.sequence() < marker.sequence())
        .isEmpty();
  }

  private void add(ObjectVersion version, boolean latest, String group) {
    last = version;
    if (group != null) {
      prefixes.add(group);
    } else if (version.deleteMarker()) {
      markers.add(
          DeleteMarkerEntry.builder()
              .key(version.key())
              .versionId(version.versionId())
              .isLatest(latest)
              .lastModified(version.modified())
              .build());
    } else {
      versions.add(
          software.amazon.awssdk.services.s3.model.ObjectVersion.builder()
              .key(version.key())
              .versionId(version.versionId())
              .isLatest(latest)
              .eTag(version.quotedEtag())
              .size(version.size())
              .lastModified(version.modified())
              .storageClass("STANDARD")
              .build());
    }
  }

  private int size() {
    return versions.size() + markers.size() + prefixes.size();
  }

  private ListObjectVersionsResponse response(boolean truncated) {
    return ListObjectVersionsResponse.builder()
        .versions(versions)
        .deleteMarkers(markers)
        .commonPrefixes(
            prefixes.stream().map(p -> CommonPrefix.builder().prefix(p).build()).toList())
        .isTruncated(truncated)
        .nextKeyMarker(truncated && last != null ? last.key() : null)
        .nextVersionIdMarker(truncated && last != null ? last.versionId() : null)
        .build();
  }
}
