package inventory.model.inbox.dynamodb;

import inventory.model.FileStatus;
import inventory.model.inbox.Upload;
import inventory.model.table.FileItem;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** File records as items of the table. */
public final class FileItems {

  private FileItems() {}

  /** The key of a file's record. */
  public static Map<String, AttributeValue> key(String fileId) {
    return FileItem.key(fileId);
  }

  /** The upload of a record. */
  public static Upload toUpload(Map<String, AttributeValue> item) {
    return FileItem.of(item).upload();
  }

  /** How far the file of a record has come. */
  public static FileStatus status(Map<String, AttributeValue> item) {
    return FileItem.of(item).status();
  }
}
