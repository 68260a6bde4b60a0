package inventory.emulator.s3.awssdk;

import java.io.InputStream;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.gaul.s3proxy.S3ErrorCode;
import org.gaul.s3proxy.S3ProxyException;
import org.gaul.s3proxy.blobstore.MD5;
import org.gaul.s3proxy.blobstore.SdkResponses;
import org.gaul.s3proxy.blobstore.domain.MultipartUpload;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadResponse;
import software.amazon.awssdk.services.s3.model.CompletedPart;
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
import software.amazon.awssdk.services.s3.model.MetadataDirective;
import software.amazon.awssdk.services.s3.model.Part;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;
import software.amazon.awssdk.services.s3.model.UploadPartRequest;
import software.amazon.awssdk.services.s3.model.UploadPartResponse;

/**
 * The store behind S3Proxy's protocol: an index and files of our own, since none of S3Proxy's
 * stores keeps versions on disk or takes every legal key. An object's event is sent before its put
 * returns.
 */
final class ObjectStore extends BucketStore {

  private static final long MIN_PART_BYTES = 5L << 20;

  private final Versions versions;
  private final Uploads uploads;
  private final ObjectFiles files;
  private final Reads reads;
  private final EventPublisher events;

  ObjectStore(
      Buckets buckets,
      Versions versions,
      Uploads uploads,
      ObjectFiles files,
      EventPublisher events) {
    super(buckets, versions);
    this.versions = versions;
    this.uploads = uploads;
    this.files = files;
    this.reads = new Reads(versions, files);
    this.events = events;
  }

  @Override
  public ListObjectsV2Response list(ListObjectsV2Request request) {
    requireBucket(request.bucket());
    return Listing.page(versions, request);
  }

  @Override
  public ListObjectVersionsResponse listVersions(ListObjectVersionsRequest request) {
    requireBucket(request.bucket());
    return VersionListing.page(versions, request);
  }

  @Override
  public PutObjectResponse putBlob(PutObjectRequest request, InputStream payload) {
    requirePrivate(Optional.ofNullable(request.aclAsString()));
    Buckets.Bucket bucket = requireBucket(request.bucket());
    ObjectFiles.Stored stored = checked(files.store(payload), request.contentMD5());
    Conditions conditions = Conditions.of(request);
    ObjectVersion added =
        versions.add(
            request.bucket(),
            request.key(),
            bucket.versioned(),
            stored,
            Attributes.of(request),
            latest -> conditions.checkReplaced(request.bucket(), request.key(), latest));
    events.publish(EventName.PUT, added);
    return SdkResponses.putResponse(added.quotedEtag(), added.reportedVersionId());
  }

  @Override
  public CopyObjectResponse copyBlob(CopyObjectRequest request) {
    requireBucket(request.destinationBucket());
    ObjectVersion source =
        reads.find(request.sourceBucket(), request.sourceKey(), request.sourceVersionId());
    Conditions.of(request).check(source);
    ObjectFiles.Stored stored = files.store(files.open(source.content(), 0));
    boolean replace = request.metadataDirective() == MetadataDirective.REPLACE;
    ObjectVersion added =
        add(
            request.destinationBucket(),
            request.destinationKey(),
            stored,
            replace ? Attributes.of(request) : source.attributes(),
            EventName.COPY);
    return SdkResponses.copyResponse(
        added.quotedEtag(),
        added.modified(),
        added.reportedVersionId(),
        source.reportedVersionId());
  }

  @Override
  public HeadObjectResponse blobMetadata(HeadObjectRequest request) {
    requireBucket(request.bucket());
    return SdkResponses.toHead(
        Reads.response(reads.find(request.bucket(), request.key(), request.versionId())).build());
  }

  @Override
  public ResponseInputStream<GetObjectResponse> getBlob(GetObjectRequest request) {
    requireBucket(request.bucket());
    return reads.open(request);
  }

  @Override
  public DeleteObjectResponse removeBlob(DeleteObjectRequest request) {
    Buckets.Bucket bucket = requireBucket(request.bucket());
    String key = request.key();
    if (request.versionId() != null) {
      Optional<ObjectVersion> removed = versions.find(bucket.name(), key, request.versionId());
      versions.remove(bucket.name(), key, request.versionId());
      return DeleteObjectResponse.builder()
          .versionId(request.versionId())
          .deleteMarker(removed.filter(ObjectVersion::deleteMarker).isPresent() ? true : null)
          .build();
    }
    if (bucket.versioning().isEmpty()) {
      versions.remove(bucket.name(), key, ObjectVersion.UNVERSIONED);
      return DeleteObjectResponse.builder().build();
    }
    ObjectVersion marker =
        versions.add(bucket.name(), key, bucket.versioned(), null, Attributes.NONE);
    return DeleteObjectResponse.builder().versionId(marker.versionId()).deleteMarker(true).build();
  }

  @Override
  public MultipartUpload initiateMultipartUpload(CreateMultipartUploadRequest request) {
    requirePrivate(Optional.ofNullable(request.aclAsString()));
    requireBucket(request.bucket());
    return new MultipartUpload(
        uploads.begin(request.bucket(), request.key(), Attributes.of(request)), request);
  }

  @Override
  public UploadPartResponse uploadMultipartPart(
      MultipartUpload upload, UploadPartRequest request, InputStream payload) {
    uploads.attributes(upload.id());
    ObjectFiles.Stored stored = checked(files.store(payload), request.contentMD5());
    uploads.add(upload.id(), request.partNumber(), stored);
    return SdkResponses.uploadedPart('"' + stored.etag() + '"');
  }

  @Override
  public CompleteMultipartUploadResponse completeMultipartUpload(
      MultipartUpload upload, CompleteMultipartUploadRequest request) {
    Attributes attributes = uploads.attributes(upload.id());
    List<Integer> wanted =
        request.multipartUpload().parts().stream().map(CompletedPart::partNumber).toList();
    List<Uploads.Part> parts =
        uploads.parts(upload.id()).stream().filter(p -> wanted.contains(p.number())).toList();
    String joined = files.join(parts.stream().map(Uploads.Part::content).toList());
    long size = parts.stream().mapToLong(Uploads.Part::size).sum();
    ObjectVersion added =
        add(
            upload.containerName(),
            upload.blobName(),
            new ObjectFiles.Stored(joined, size, compositeEtag(parts)),
            attributes,
            EventName.COMPLETE_MULTIPART_UPLOAD);
    uploads.end(upload.id());
    return SdkResponses.completeResponse(added.quotedEtag(), added.reportedVersionId());
  }

  @Override
  public void abortMultipartUpload(MultipartUpload upload) {
    uploads.attributes(upload.id());
    uploads.end(upload.id());
  }

  @Override
  public List<Part> listMultipartUpload(MultipartUpload upload) {
    uploads.attributes(upload.id());
    return uploads.parts(upload.id()).stream()
        .map(p -> SdkResponses.part(p.number(), p.size(), '"' + p.etag() + '"', p.modified()))
        .toList();
  }

  @Override
  public List<software.amazon.awssdk.services.s3.model.MultipartUpload> listMultipartUploads(
      String bucket) {
    requireBucket(bucket);
    return uploads.all(bucket).stream()
        .map(u -> SdkResponses.upload(u.key(), u.id(), u.initiated()))
        .toList();
  }

  @Override
  public long getMinimumMultipartPartSize() {
    return MIN_PART_BYTES;
  }

  private ObjectVersion add(
      String bucket,
      String key,
      ObjectFiles.Stored stored,
      Attributes attributes,
      EventName event) {
    ObjectVersion added =
        versions.add(bucket, key, requireBucket(bucket).versioned(), stored, attributes);
    events.publish(event, added);
    return added;
  }

  /** The stored bytes, if they have the digest that the client announced. */
  private ObjectFiles.Stored checked(ObjectFiles.Stored stored, String contentMd5) {
    if (contentMd5 != null
        && !HexFormat.of()
            .formatHex(Base64.getDecoder().decode(contentMd5))
            .equals(stored.etag())) {
      files.delete(stored.name());
      throw new S3ProxyException(S3ErrorCode.BAD_DIGEST);
    }
    return stored;
  }

  private static String compositeEtag(List<Uploads.Part> parts) {
    MessageDigest digest = MD5.newDigest();
    parts.forEach(part -> digest.update(HexFormat.of().parseHex(part.etag())));
    return HexFormat.of().formatHex(digest.digest()) + "-" + parts.size();
  }
}
