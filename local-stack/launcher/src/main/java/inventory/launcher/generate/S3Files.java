package inventory.launcher.generate;

import java.nio.file.Path;
import software.amazon.awssdk.services.s3.S3Client;

/** Drops files into a bucket. */
public final class S3Files implements FileTarget {

  private final S3Client s3;
  private final String bucket;

  /** Drops them into this bucket. */
  public S3Files(S3Client s3, String bucket) {
    this.s3 = s3;
    this.bucket = bucket;
  }

  @Override
  public void put(String key, Path file) {
    s3.putObject(r -> r.bucket(bucket).key(key), file);
  }
}
