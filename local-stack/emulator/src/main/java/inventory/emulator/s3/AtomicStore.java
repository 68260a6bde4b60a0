package inventory.emulator.s3;

import com.google.common.util.concurrent.Striped;
import java.io.InputStream;
import java.util.concurrent.locks.Lock;
import java.util.function.Supplier;
import org.gaul.s3proxy.S3ErrorCode;
import org.gaul.s3proxy.S3ProxyException;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.blobstore.ForwardingBlobStore;
import org.gaul.s3proxy.blobstore.domain.MultipartUpload;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadResponse;
import software.amazon.awssdk.services.s3.model.CopyObjectRequest;
import software.amazon.awssdk.services.s3.model.CopyObjectResponse;
import software.amazon.awssdk.services.s3.model.DeleteObjectRequest;
import software.amazon.awssdk.services.s3.model.DeleteObjectResponse;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectRequest;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;

/**
 * Makes each write of a key atomic: the conditions of a put hold when it takes effect, events of a
 * key have the order of its versions, and a key is never missing while it is replaced. S3Proxy's
 * store moves the old version away before it moves the new version into place.
 */
final class AtomicStore extends ForwardingBlobStore {

  private static final int LOCKS = 1 << 16;

  private final Striped<Lock> locks = Striped.lazyWeakLock(LOCKS);

  AtomicStore(BlobStore store) {
    super(store);
  }

  @Override
  public PutObjectResponse putBlob(PutObjectRequest request, InputStream payload) {
    return alone(
        request.bucket(),
        request.key(),
        () -> {
          check(request);
          PutObjectRequest unconditional =
              request.toBuilder().ifMatch(null).ifNoneMatch(null).build();
          return super.putBlob(unconditional, payload);
        });
  }

  private void check(PutObjectRequest request) {
    if (request.ifMatch() == null && request.ifNoneMatch() == null) {
      return;
    }
    HeadObjectRequest current =
        HeadObjectRequest.builder().bucket(request.bucket()).key(request.key()).build();
    boolean holds;
    if (request.ifMatch() != null) {
      holds = unquoted(super.blobMetadata(current).eTag()).equals(unquoted(request.ifMatch()));
    } else {
      holds = !super.blobExists(request.bucket(), request.key());
    }
    if (!holds) {
      throw new S3ProxyException(S3ErrorCode.PRECONDITION_FAILED);
    }
  }

  private static String unquoted(String etag) {
    return etag.replace("\"", "");
  }

  @Override
  public CopyObjectResponse copyBlob(CopyObjectRequest request) {
    return alone(
        request.destinationBucket(), request.destinationKey(), () -> super.copyBlob(request));
  }

  @Override
  public CompleteMultipartUploadResponse completeMultipartUpload(
      MultipartUpload upload, CompleteMultipartUploadRequest request) {
    return alone(
        upload.containerName(),
        upload.blobName(),
        () -> super.completeMultipartUpload(upload, request));
  }

  @Override
  public DeleteObjectResponse removeBlob(DeleteObjectRequest request) {
    return alone(request.bucket(), request.key(), () -> super.removeBlob(request));
  }

  @Override
  public HeadObjectResponse blobMetadata(HeadObjectRequest request) {
    return found(request.bucket(), request.key(), () -> super.blobMetadata(request));
  }

  @Override
  public ResponseInputStream<GetObjectResponse> getBlob(GetObjectRequest request) {
    return found(request.bucket(), request.key(), () -> super.getBlob(request));
  }

  /** Reads a key that seems to be missing again, after any write in progress. */
  private <T> T found(String bucket, String key, Supplier<T> read) {
    try {
      return read.get();
    } catch (NoSuchKeyException e) {
      return alone(bucket, key, read);
    }
  }

  private <T> T alone(String bucket, String key, Supplier<T> work) {
    Lock lock = locks.get(bucket + "/" + key);
    lock.lock();
    try {
      return work.get();
    } finally {
      lock.unlock();
    }
  }
}
