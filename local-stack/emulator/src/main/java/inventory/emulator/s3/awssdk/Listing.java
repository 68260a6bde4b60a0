package inventory.emulator.s3.awssdk;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.gaul.s3proxy.blobstore.SdkResponses;
import software.amazon.awssdk.services.s3.model.CommonPrefix;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.S3Object;
import software.amazon.awssdk.services.s3.model.StorageClass;

/** One page of a bucket's objects. */
final class Listing {

  private static final int DEFAULT_PAGE = 1000;

  private final Versions versions;
  private final String bucket;
  private final String prefix;
  private final String delimiter;
  private final int limit;
  private final List<S3Object> objects = new ArrayList<>();
  private final List<CommonPrefix> prefixes = new ArrayList<>();
  private KeyRange rest;
  private String last;

  private Listing(Versions versions, ListObjectsV2Request request) {
    this.versions = versions;
    this.bucket = request.bucket();
    this.prefix = request.prefix() == null ? "" : request.prefix();
    this.delimiter = request.delimiter() == null ? "" : request.delimiter();
    this.limit = request.maxKeys() == null ? DEFAULT_PAGE : request.maxKeys();
    this.rest = KeyRange.ofPrefix(prefix);
  }

  static ListObjectsV2Response page(Versions versions, ListObjectsV2Request request) {
    Listing listing = new Listing(versions, request);
    if (request.continuationToken() != null) {
      listing.skip(decode(request.continuationToken()));
    } else if (request.startAfter() != null) {
      listing.skip(request.startAfter());
    }
    return listing.page();
  }

  private ListObjectsV2Response page() {
    List<ObjectVersion> found = next();
    while (!found.isEmpty() && size() < limit) {
      for (ObjectVersion version : found) {
        if (size() == limit || !add(version)) {
          break;
        }
      }
      found = next();
    }
    boolean more = !found.isEmpty() && last != null;
    return SdkResponses.objectsPage(objects, prefixes, more ? encode(last) : null);
  }

  private List<ObjectVersion> next() {
    return versions.latest(bucket, rest, Math.max(1, limit - size()));
  }

  /** Adds an object, or what it is grouped under; false if the keys in hand are to be skipped. */
  private boolean add(ObjectVersion version) {
    int end = delimiter.isEmpty() ? -1 : version.key().indexOf(delimiter, prefix.length());
    if (end >= 0) {
      last = version.key().substring(0, end + delimiter.length());
      prefixes.add(SdkResponses.commonPrefix(last));
      rest = rest.afterAll(last);
      return false;
    }
    last = version.key();
    objects.add(
        SdkResponses.objectEntry(
            last, version.quotedEtag(), version.modified(), version.size(), StorageClass.STANDARD));
    rest = rest.after(last);
    return true;
  }

  /** Goes on after a key, or after a common prefix and all that it groups. */
  private void skip(String marker) {
    boolean grouped =
        !delimiter.isEmpty()
            && marker.startsWith(prefix)
            && marker.endsWith(delimiter)
            && marker.indexOf(delimiter, prefix.length()) == marker.length() - delimiter.length();
    rest = grouped ? rest.afterAll(marker) : rest.after(marker);
  }

  private int size() {
    return objects.size() + prefixes.size();
  }

  private static String encode(String key) {
    return Base64.getUrlEncoder().encodeToString(key.getBytes(StandardCharsets.UTF_8));
  }

  private static String decode(String token) {
    return new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
  }
}
