package inventory.emulator.s3;

import java.io.InputStream;
import java.util.concurrent.atomic.AtomicLong;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.blobstore.ForwardingBlobStore;
import org.gaul.s3proxy.blobstore.domain.MultipartUpload;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadResponse;
import software.amazon.awssdk.services.s3.model.CopyObjectRequest;
import software.amazon.awssdk.services.s3.model.CopyObjectResponse;
import software.amazon.awssdk.services.s3.model.Event;
import software.amazon.awssdk.services.s3.model.HeadObjectRequest;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;

/** Sends an event for each object that is created. */
final class NotifyingStore extends ForwardingBlobStore {

  private static final int SEQUENCES_PER_MILLISECOND_BITS = 16;

  private final EventPublisher events;
  private final BucketDocuments documents;

  // Starts from the clock, so that it is higher than before a restart.
  private final AtomicLong sequence =
      new AtomicLong(System.currentTimeMillis() << SEQUENCES_PER_MILLISECOND_BITS);

  NotifyingStore(BlobStore store, EventPublisher events, BucketDocuments documents) {
    super(store);
    this.events = events;
    this.documents = documents;
  }

  @Override
  public PutObjectResponse putBlob(PutObjectRequest request, InputStream payload) {
    PutObjectResponse response = super.putBlob(request, payload);
    publish(Event.S3_OBJECT_CREATED_PUT, request.bucket(), request.key(), response.versionId());
    return response;
  }

  @Override
  public CopyObjectResponse copyBlob(CopyObjectRequest request) {
    CopyObjectResponse response = super.copyBlob(request);
    publish(
        Event.S3_OBJECT_CREATED_COPY,
        request.destinationBucket(),
        request.destinationKey(),
        response.versionId());
    return response;
  }

  @Override
  public CompleteMultipartUploadResponse completeMultipartUpload(
      MultipartUpload upload, CompleteMultipartUploadRequest request) {
    CompleteMultipartUploadResponse response = super.completeMultipartUpload(upload, request);
    publish(
        Event.S3_OBJECT_CREATED_COMPLETE_MULTIPART_UPLOAD,
        upload.containerName(),
        upload.blobName(),
        response.versionId());
    return response;
  }

  private void publish(Event event, String bucket, String key, String versionId) {
    if (KeyedStore.isUpload(key)) {
      return;
    }
    HeadObjectResponse head =
        blobMetadata(
            HeadObjectRequest.builder().bucket(bucket).key(key).versionId(versionId).build());
    events.publish(
        event,
        new CreatedObject(
            bucket,
            key,
            versionId,
            head.eTag().replace("\"", ""),
            head.contentLength(),
            head.lastModified(),
            sequence.incrementAndGet()));
  }

  @Override
  public void deleteBucket(String bucket) {
    super.deleteBucket(bucket);
    documents.removeAll(bucket);
  }
}
