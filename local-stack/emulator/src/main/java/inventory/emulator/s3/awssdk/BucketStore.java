package inventory.emulator.s3.awssdk;

import java.util.Optional;
import org.gaul.s3proxy.S3ErrorCode;
import org.gaul.s3proxy.S3ProxyException;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.blobstore.S3Exceptions;
import org.gaul.s3proxy.blobstore.SdkResponses;
import software.amazon.awssdk.services.s3.model.BucketCannedACL;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;
import software.amazon.awssdk.services.s3.model.CreateBucketRequest;
import software.amazon.awssdk.services.s3.model.CreateBucketResponse;
import software.amazon.awssdk.services.s3.model.GetBucketVersioningRequest;
import software.amazon.awssdk.services.s3.model.GetBucketVersioningResponse;
import software.amazon.awssdk.services.s3.model.HeadBucketRequest;
import software.amazon.awssdk.services.s3.model.HeadBucketResponse;
import software.amazon.awssdk.services.s3.model.ListBucketsResponse;
import software.amazon.awssdk.services.s3.model.ObjectCannedACL;
import software.amazon.awssdk.services.s3.model.PutBucketVersioningRequest;
import software.amazon.awssdk.services.s3.model.PutBucketVersioningResponse;

/** The part of the store that deals with buckets. All is private: there is one account. */
abstract class BucketStore implements BlobStore {

  private final Buckets buckets;
  private final Versions versions;

  BucketStore(Buckets buckets, Versions versions) {
    this.buckets = buckets;
    this.versions = versions;
  }

  @Override
  public ListBucketsResponse list() {
    return ListBucketsResponse.builder()
        .buckets(
            buckets.all().stream().map(b -> SdkResponses.bucket(b.name(), b.created())).toList())
        .build();
  }

  @Override
  public HeadBucketResponse headBucket(HeadBucketRequest request) {
    requireBucket(request.bucket());
    return HeadBucketResponse.builder().build();
  }

  @Override
  public CreateBucketResponse createContainer(CreateBucketRequest request) {
    requirePrivate(Optional.ofNullable(request.aclAsString()));
    buckets.create(request.bucket());
    return CreateBucketResponse.builder().build();
  }

  @Override
  public void deleteBucket(String name) {
    if (!versions.isEmpty(name)) {
      throw S3Exceptions.bucketNotEmpty(name);
    }
    buckets.delete(name);
  }

  @Override
  public boolean supportsVersioning() {
    return true;
  }

  @Override
  public GetBucketVersioningResponse getBucketVersioning(GetBucketVersioningRequest request) {
    GetBucketVersioningResponse.Builder response = GetBucketVersioningResponse.builder();
    requireBucket(request.bucket()).versioning().ifPresent(response::status);
    return response.build();
  }

  @Override
  public PutBucketVersioningResponse putBucketVersioning(PutBucketVersioningRequest request) {
    BucketVersioningStatus status = request.versioningConfiguration().status();
    if (status == null || status == BucketVersioningStatus.UNKNOWN_TO_SDK_VERSION) {
      throw new S3ProxyException(S3ErrorCode.MALFORMED_X_M_L);
    }
    requireBucket(request.bucket());
    buckets.setVersioning(request.bucket(), status);
    return PutBucketVersioningResponse.builder().build();
  }

  @Override
  public BucketCannedACL getContainerAccess(String name) {
    requireBucket(name);
    return BucketCannedACL.PRIVATE;
  }

  @Override
  public void setContainerAccess(String name, BucketCannedACL access) {
    requirePrivate(Optional.of(access.toString()));
  }

  @Override
  public ObjectCannedACL getBlobAccess(String bucket, String key) {
    return ObjectCannedACL.PRIVATE;
  }

  @Override
  public ObjectCannedACL getBlobAccess(String bucket, String key, String versionId) {
    return ObjectCannedACL.PRIVATE;
  }

  @Override
  public void setBlobAccess(String bucket, String key, ObjectCannedACL access) {
    requirePrivate(Optional.of(access.toString()));
  }

  @Override
  public void setBlobAccess(String bucket, String key, ObjectCannedACL access, String versionId) {
    requirePrivate(Optional.of(access.toString()));
  }

  Buckets.Bucket requireBucket(String name) {
    return buckets.get(name);
  }

  static void requirePrivate(Optional<String> acl) {
    if (acl.filter(name -> !name.equals(ObjectCannedACL.PRIVATE.toString())).isPresent()) {
      throw new S3ProxyException(
          S3ErrorCode.NOT_IMPLEMENTED, "the only ACL here is private, not " + acl.get());
    }
  }
}
