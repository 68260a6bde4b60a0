package inventory.alert.s3;

import inventory.alert.notification.Notification.FullList;
import inventory.alert.outbox.ListStore;
import inventory.model.Hex;
import inventory.model.resource.Inbox;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/** Stores lists in the inbox bucket and creates presigned links to them. */
public final class S3ListStore implements ListStore {

  /**
   * The longest validity that S3 allows. A link signed by a role ends earlier, with its session:
   * https://docs.aws.amazon.com/AmazonS3/latest/userguide/using-presigned-url.html
   */
  static final Duration VALIDITY = Duration.ofDays(7);

  private final S3Client s3;
  private final S3Presigner presigner;
  private final String bucket;

  /**
   * Stores them in a bucket.
   *
   * @param presigner signs links for the client's endpoint
   */
  public S3ListStore(S3Client s3, S3Presigner presigner, String bucket) {
    this.s3 = s3;
    this.presigner = presigner;
    this.bucket = bucket;
  }

  /** The key is the list's digest: a retried notification stores no second copy. */
  @Override
  public String keep(FullList list) {
    String key = Inbox.NOTICES_PREFIX + digest(list) + "/" + list.name();
    s3.putObject(
        r -> r.bucket(bucket).key(key).contentType("text/csv; charset=utf-8").metadata(Inbox.OWN),
        RequestBody.fromFile(list.file()));
    return presigner
        .presignGetObject(
            p -> p.signatureDuration(VALIDITY).getObjectRequest(g -> g.bucket(bucket).key(key)))
        .url()
        .toString();
  }

  private static String digest(FullList list) {
    MessageDigest digest = Hex.sha256();
    try (InputStream in = new DigestInputStream(Files.newInputStream(list.file()), digest)) {
      in.transferTo(OutputStream.nullOutputStream());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the full list from local disk", e);
    }
    return HexFormat.of().formatHex(digest.digest());
  }
}
