package inventory.validation.s3;

import inventory.model.resource.Inbox;
import inventory.validation.findings.FindingsStore;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/** Findings in the inbox bucket. */
public final class S3FindingsStore implements FindingsStore {

  private static final String TYPE = "text/csv; charset=utf-8";

  private final S3Client s3;
  private final String bucket;

  /** Stores them in a bucket. */
  public S3FindingsStore(S3Client s3, String bucket) {
    this.s3 = s3;
    this.bucket = bucket;
  }

  @Override
  public void put(String key, Path content) {
    s3.putObject(
        request -> request.bucket(bucket).key(key).contentType(TYPE).metadata(Inbox.OWN),
        RequestBody.fromFile(content));
  }

  @Override
  public Optional<InputStream> open(String key) {
    try {
      return Optional.of(s3.getObject(request -> request.bucket(bucket).key(key)));
    } catch (NoSuchKeyException e) {
      return Optional.empty();
    }
  }
}
