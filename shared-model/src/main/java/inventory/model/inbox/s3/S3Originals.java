package inventory.model.inbox.s3;

import inventory.model.Hex;
import inventory.model.inbox.Original;
import inventory.model.inbox.Originals;
import inventory.model.inbox.Upload;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import software.amazon.awssdk.core.exception.RetryableException;
import software.amazon.awssdk.core.sync.ResponseTransformer;
import software.amazon.awssdk.http.HttpStatusCode;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchBucketException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * Downloads originals to local disk. An object is thus read once from S3, however often it takes,
 * and a connection that breaks never makes half a file look complete. The local file disappears
 * with the process, however it ends; on Linux it has no name, so nobody else can open it.
 */
public final class S3Originals implements Originals {

  private final S3Client s3;
  private final String bucket;
  private final long maxBytes;
  private final Path directory;

  /**
   * Downloads from a bucket to the directory for temporary files.
   *
   * @param maxBytes the size of the largest original that is accepted
   */
  public S3Originals(S3Client s3, String bucket, long maxBytes) {
    this(s3, bucket, maxBytes, Path.of(System.getProperty("java.io.tmpdir")));
  }

  /** Downloads to a directory. */
  public S3Originals(S3Client s3, String bucket, long maxBytes, Path directory) {
    this.s3 = s3;
    this.bucket = bucket;
    this.maxBytes = maxBytes;
    this.directory = directory;
  }

  @Override
  public Original fetch(Upload upload) throws OriginalUnavailableException {
    if (upload.size() > maxBytes) {
      throw new OriginalUnavailableException(
          "the file has %d bytes; at most %d are accepted".formatted(upload.size(), maxBytes),
          null);
    }
    try {
      FileChannel file =
          FileChannel.open(
              Files.createTempFile(directory, "original-", ".csv"),
              StandardOpenOption.READ,
              StandardOpenOption.WRITE,
              StandardOpenOption.DELETE_ON_CLOSE);
      try {
        return new SpooledOriginal(file, download(upload, file));
      } catch (RuntimeException | OriginalUnavailableException e) {
        file.close();
        throw e;
      }
    } catch (IOException e) {
      throw new UncheckedIOException("local disk fails while fetching " + upload.key(), e);
    }
  }

  private String download(Upload upload, FileChannel file) throws OriginalUnavailableException {
    GetObjectRequest.Builder request = GetObjectRequest.builder().bucket(bucket).key(upload.key());
    if (upload.versioned()) {
      request.versionId(upload.version());
    }
    try {
      return s3.getObject(request.build(), saveTo(file));
    } catch (S3Exception e) {
      if (isGone(e)) {
        throw new OriginalUnavailableException("the file was deleted before it could be read", e);
      }
      throw e;
    }
  }

  /** S3 returns 404 for a missing object, and 405 for a version that is a delete marker. */
  private static boolean isGone(S3Exception e) {
    boolean isObjectGone =
        e.statusCode() == HttpStatusCode.NOT_FOUND
            || e.statusCode() == HttpStatusCode.METHOD_NOT_ALLOWED;
    return isObjectGone && !(e instanceof NoSuchBucketException);
  }

  /** Writes the object to a file and returns its SHA-256; starts from the beginning on a retry. */
  private static ResponseTransformer<GetObjectResponse, String> saveTo(FileChannel file) {
    return (response, body) -> {
      MessageDigest digest = Hex.sha256();
      try (InputStream in = new DigestInputStream(body, digest)) {
        long bytes = in.transferTo(Channels.newOutputStream(file.truncate(0)));
        if (bytes != response.contentLength()) {
          throw new IOException(
              "only " + bytes + " of " + response.contentLength() + " bytes were received");
        }
      } catch (IOException e) {
        // The SDK retries only exceptions that are marked as retryable.
        throw RetryableException.create("the object could not be read completely", e);
      }
      return HexFormat.of().formatHex(digest.digest());
    };
  }
}
