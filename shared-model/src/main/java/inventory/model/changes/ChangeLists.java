package inventory.model.changes;

import inventory.model.resource.Inbox;
import java.nio.file.Path;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

/** Stores lists of changed items that are too long for a message, in the inbox bucket. */
public final class ChangeLists {

  private final S3Client s3;
  private final String bucket;

  /** Stores lists in a bucket. */
  public ChangeLists(S3Client s3, String bucket) {
    this.s3 = s3;
    this.bucket = bucket;
  }

  /**
   * Stores the list of the items that a file changed.
   *
   * @param lines a file with one item as JSON per line
   * @return the key of the list
   */
  public String put(String fileId, Path lines) {
    String key = Inbox.CHANGES_PREFIX + fileId + ".jsonl";
    s3.putObject(
        request -> request.bucket(bucket).key(key).contentType("application/jsonl"),
        RequestBody.fromFile(lines));
    return key;
  }
}
