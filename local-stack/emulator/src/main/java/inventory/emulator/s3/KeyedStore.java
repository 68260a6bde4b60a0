package inventory.emulator.s3;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gaul.s3proxy.S3ErrorCode;
import org.gaul.s3proxy.S3ProxyException;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.blobstore.ForwardingBlobStore;
import org.gaul.s3proxy.blobstore.domain.MultipartUpload;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.services.s3.model.CommonPrefix;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadResponse;
import software.amazon.awssdk.services.s3.model.CopyObjectRequest;
import software.amazon.awssdk.services.s3.model.CopyObjectResponse;
import software.amazon.awssdk.services.s3.model.CreateMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.DeleteObjectRequest;
import software.amazon.awssdk.services.s3.model.DeleteObjectResponse;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectRequest;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.ListObjectVersionsRequest;
import software.amazon.awssdk.services.s3.model.ListObjectVersionsResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.ObjectCannedACL;
import software.amazon.awssdk.services.s3.model.Part;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Object;
import software.amazon.awssdk.services.s3.model.UploadPartRequest;
import software.amazon.awssdk.services.s3.model.UploadPartResponse;

/** Accepts any key for a store whose keys are paths of files, and lists keys in S3's order. */
final class KeyedStore extends ForwardingBlobStore {

  /** S3Proxy keeps the headers of a multipart upload in an object with this name and its id. */
  private static final String UPLOAD = ".s3proxy-mpu-stub-";

  private static final Comparator<String> BY_BYTES =
      Comparator.comparing(key -> key.getBytes(StandardCharsets.UTF_8), Arrays::compareUnsigned);

  KeyedStore(BlobStore store) {
    super(store);
  }

  /** Whether a key belongs to S3Proxy's own object about a multipart upload. */
  static boolean isUpload(String key) {
    return key.startsWith(UPLOAD);
  }

  /**
   * Reads all keys with the prefix for each page, because the file store sorts them differently.
   */
  @Override
  public ListObjectsV2Response list(ListObjectsV2Request request) {
    String prefix = Optional.ofNullable(request.prefix()).orElse("");
    String after =
        Optional.ofNullable(request.continuationToken())
            .or(() -> Optional.ofNullable(request.startAfter()))
            .orElse("");
    int limit = Optional.ofNullable(request.maxKeys()).orElse(Integer.MAX_VALUE);
    List<S3Object> objects = new ArrayList<>();
    Set<String> groups = new LinkedHashSet<>();
    String last = null;
    for (S3Object object : objects(request.bucket(), prefix)) {
      String group = group(object.key(), prefix, request.delimiter());
      if (BY_BYTES.compare(object.key(), after) <= 0
          || after.equals(group)
          || groups.contains(group)) {
        continue;
      }
      if (objects.size() + groups.size() == limit) {
        return page(objects, groups, last);
      }
      if (group == null) {
        objects.add(object);
      } else {
        groups.add(group);
      }
      last = group == null ? object.key() : group;
    }
    return page(objects, groups, null);
  }

  private List<S3Object> objects(String bucket, String prefix) {
    ListObjectsV2Request all =
        ListObjectsV2Request.builder().bucket(bucket).prefix(KeyPath.ofPrefix(prefix)).build();
    return super.list(all).contents().stream()
        .filter(object -> KeyPath.isKey(object.key()))
        .map(object -> object.toBuilder().key(KeyPath.toKey(object.key())).build())
        .filter(object -> object.key().startsWith(prefix) && !isUpload(object.key()))
        .sorted(Comparator.comparing(S3Object::key, BY_BYTES))
        .toList();
  }

  /** The common prefix under which a listing groups a key; null if it does not group the key. */
  private static String group(String key, String prefix, String delimiter) {
    if (delimiter == null || delimiter.isEmpty()) {
      return null;
    }
    int end = key.indexOf(delimiter, prefix.length());
    return end < 0 ? null : key.substring(0, end + delimiter.length());
  }

  private static ListObjectsV2Response page(
      List<S3Object> objects, Set<String> groups, String next) {
    return ListObjectsV2Response.builder()
        .contents(objects)
        .commonPrefixes(
            groups.stream().map(group -> CommonPrefix.builder().prefix(group).build()).toList())
        .nextContinuationToken(next)
        .isTruncated(next != null)
        .build();
  }

  @Override
  public ListObjectVersionsResponse listVersions(ListObjectVersionsRequest request) {
    String prefix = Optional.ofNullable(request.prefix()).orElse("");
    String marker = request.keyMarker() == null ? null : KeyPath.of(request.keyMarker());
    ListObjectVersionsResponse found =
        super.listVersions(
            request.toBuilder().prefix(KeyPath.ofPrefix(prefix)).keyMarker(marker).build());
    return found.toBuilder()
        .versions(
            found.versions().stream()
                .filter(version -> KeyPath.isKey(version.key()))
                .map(version -> version.toBuilder().key(KeyPath.toKey(version.key())).build())
                .toList())
        .deleteMarkers(
            found.deleteMarkers().stream()
                .map(deleted -> deleted.toBuilder().key(KeyPath.toKey(deleted.key())).build())
                .toList())
        .commonPrefixes(
            found.commonPrefixes().stream()
                .map(group -> group.toBuilder().prefix(KeyPath.toKey(group.prefix())).build())
                .toList())
        .nextKeyMarker(found.nextKeyMarker() == null ? null : KeyPath.toKey(found.nextKeyMarker()))
        .build();
  }

  @Override
  public boolean blobExists(String bucket, String key) {
    return super.blobExists(bucket, KeyPath.of(key));
  }

  @Override
  public PutObjectResponse putBlob(PutObjectRequest request, InputStream payload) {
    return super.putBlob(request.toBuilder().key(KeyPath.of(request.key())).build(), payload);
  }

  @Override
  public CopyObjectResponse copyBlob(CopyObjectRequest request) {
    return super.copyBlob(
        request.toBuilder()
            .sourceKey(KeyPath.of(request.sourceKey()))
            .destinationKey(KeyPath.of(request.destinationKey()))
            .build());
  }

  @Override
  public HeadObjectResponse blobMetadata(HeadObjectRequest request) {
    return super.blobMetadata(request.toBuilder().key(KeyPath.of(request.key())).build());
  }

  @Override
  public ResponseInputStream<GetObjectResponse> getBlob(GetObjectRequest request) {
    return super.getBlob(request.toBuilder().key(KeyPath.of(request.key())).build());
  }

  @Override
  public DeleteObjectResponse removeBlob(DeleteObjectRequest request) {
    return super.removeBlob(request.toBuilder().key(KeyPath.of(request.key())).build());
  }

  @Override
  public ObjectCannedACL getBlobAccess(String bucket, String key) {
    return super.getBlobAccess(bucket, KeyPath.of(key));
  }

  @Override
  public ObjectCannedACL getBlobAccess(String bucket, String key, String versionId) {
    return super.getBlobAccess(bucket, KeyPath.of(key), versionId);
  }

  @Override
  public void setBlobAccess(String bucket, String key, ObjectCannedACL access) {
    super.setBlobAccess(bucket, KeyPath.of(key), access);
  }

  @Override
  public void setBlobAccess(String bucket, String key, ObjectCannedACL access, String versionId) {
    super.setBlobAccess(bucket, KeyPath.of(key), access, versionId);
  }

  @Override
  public MultipartUpload initiateMultipartUpload(CreateMultipartUploadRequest request) {
    MultipartUpload upload =
        super.initiateMultipartUpload(request.toBuilder().key(KeyPath.of(request.key())).build());
    return new MultipartUpload(upload.id(), request);
  }

  @Override
  public UploadPartResponse uploadMultipartPart(
      MultipartUpload upload, UploadPartRequest request, InputStream payload) {
    if (!blobExists(upload.containerName(), UPLOAD + upload.id())) {
      throw new S3ProxyException(S3ErrorCode.NO_SUCH_UPLOAD);
    }
    return super.uploadMultipartPart(stored(upload), request, payload);
  }

  @Override
  public CompleteMultipartUploadResponse completeMultipartUpload(
      MultipartUpload upload, CompleteMultipartUploadRequest request) {
    return super.completeMultipartUpload(
        stored(upload), request.toBuilder().key(KeyPath.of(upload.blobName())).build());
  }

  @Override
  public void abortMultipartUpload(MultipartUpload upload) {
    super.abortMultipartUpload(stored(upload));
  }

  @Override
  public List<Part> listMultipartUpload(MultipartUpload upload) {
    return super.listMultipartUpload(stored(upload));
  }

  @Override
  public List<software.amazon.awssdk.services.s3.model.MultipartUpload> listMultipartUploads(
      String bucket) {
    return super.listMultipartUploads(bucket).stream()
        .map(upload -> upload.toBuilder().key(KeyPath.toKey(upload.key())).build())
        .toList();
  }

  private static MultipartUpload stored(MultipartUpload upload) {
    return new MultipartUpload(
        upload.id(), upload.request().toBuilder().key(KeyPath.of(upload.blobName())).build());
  }
}
