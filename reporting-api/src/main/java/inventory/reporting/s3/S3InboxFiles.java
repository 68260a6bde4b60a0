package inventory.reporting.s3;

import inventory.reporting.domain.files.InboxFiles;
import java.net.URL;
import java.util.Optional;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/** Reads files from the inbox bucket. */
public final class S3InboxFiles implements InboxFiles {

  private final S3Client s3;
  private final String bucket;

  /** Reads the bucket with this name. */
  public S3InboxFiles(S3Client s3, String bucket) {
    this.s3 = s3;
    this.bucket = bucket;
  }

  @Override
  public Optional<Content> open(String key) {
    try {
      ResponseInputStream<GetObjectResponse> object =
          s3.getObject(request -> request.bucket(bucket).key(key));
      return Optional.of(
          new Content(object, object.response().contentLength(), object.response().contentType()));
    } catch (NoSuchKeyException e) {
      // A lifecycle rule may have deleted it: an outcome of the port, not a failure.
      return Optional.empty();
    }
  }

  @Override
  public String origin() {
    URL object = s3.utilities().getUrl(request -> request.bucket(bucket).key("any"));
    String path = object.getFile();
    String whole = object.toExternalForm();
    return whole.substring(0, whole.length() - path.length());
  }
}
