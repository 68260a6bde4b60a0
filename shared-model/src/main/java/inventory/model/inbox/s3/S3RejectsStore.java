package inventory.model.inbox.s3;

import inventory.model.inbox.RejectsStore;
import inventory.model.inbox.Upload;
import inventory.model.resource.Inbox;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

/** Rejects files in the inbox bucket, under {@code rejected/} and the original's key. */
public final class S3RejectsStore implements RejectsStore {

  // https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-keys.html
  private static final int MAX_KEY_BYTES = 1_024;

  private final S3Client s3;
  private final String bucket;
  private final String contentType;
  private final String suffix;

  /**
   * Stores rejects files in a bucket.
   *
   * @param contentType their media type
   * @param suffix the suffix of a key that replaces an original's key that is too long
   */
  public S3RejectsStore(S3Client s3, String bucket, String contentType, String suffix) {
    this.s3 = s3;
    this.bucket = bucket;
    this.contentType = contentType;
    this.suffix = suffix;
  }

  @Override
  public String put(Upload upload, Path rejects) {
    String key = keyFor(upload);
    s3.putObject(
        request -> request.bucket(bucket).key(key).contentType(contentType).metadata(Inbox.OWN),
        RequestBody.fromFile(rejects));
    return key;
  }

  private String keyFor(Upload upload) {
    String key = Inbox.REJECTED_PREFIX + upload.key();
    boolean fits = key.getBytes(StandardCharsets.UTF_8).length <= MAX_KEY_BYTES;
    return fits ? key : Inbox.REJECTED_PREFIX + upload.fileId() + suffix;
  }
}
