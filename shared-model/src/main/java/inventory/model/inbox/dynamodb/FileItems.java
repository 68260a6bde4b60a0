package inventory.model.inbox.dynamodb;

import inventory.model.FileKind;
import inventory.model.FileStatus;
import inventory.model.inbox.Upload;
import inventory.model.table.Keys;
import inventory.model.table.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** File records as items of the table. */
public final class FileItems {

  private FileItems() {}

  /** The key of a file's record. */
  public static Map<String, AttributeValue> key(String fileId) {
    return Map.of(
        Table.PK,
        AttributeValue.fromS(Keys.file(fileId)),
        Table.SK,
        AttributeValue.fromS(Keys.ONLY));
  }

  static Map<String, AttributeValue> toItem(Upload upload) {
    String fileId = upload.fileId();
    LocalDate day = LocalDate.ofInstant(upload.uploadedAt(), ZoneOffset.UTC);
    Map<String, AttributeValue> item = new HashMap<>(key(fileId));
    item.put(Table.INDEX_PK, AttributeValue.fromS(Keys.filesOf(day)));
    item.put(Table.INDEX_SK, AttributeValue.fromS(Keys.arrival(upload.uploadedAt(), fileId)));
    item.put(Table.File.FILE_ID, AttributeValue.fromS(fileId));
    item.put(Table.File.KEY, AttributeValue.fromS(upload.key()));
    item.put(Table.File.VERSION, AttributeValue.fromS(upload.version()));
    item.put(Table.File.VERSIONED, AttributeValue.fromBool(upload.versioned()));
    item.put(Table.File.SIZE, AttributeValue.fromN(Long.toString(upload.size())));
    item.put(Table.File.RECEIVED_AT, AttributeValue.fromS(upload.uploadedAt().toString()));
    item.put(Table.File.KIND, AttributeValue.fromS(FileKind.UNKNOWN.name()));
    item.put(Table.File.STATUS, AttributeValue.fromS(FileStatus.RECEIVED.name()));
    return item;
  }

  /** The upload of a record. */
  public static Upload toUpload(Map<String, AttributeValue> item) {
    return new Upload(
        item.get(Table.File.KEY).s(),
        item.get(Table.File.VERSION).s(),
        item.get(Table.File.VERSIONED).bool(),
        Long.parseLong(item.get(Table.File.SIZE).n()),
        Instant.parse(item.get(Table.File.RECEIVED_AT).s()),
        Optional.ofNullable(item.get(Table.File.RELEASED_FROM))
            .map(from -> FileStatus.valueOf(from.s())));
  }

  /** How far the file of a record has come. */
  public static FileStatus status(Map<String, AttributeValue> item) {
    return FileStatus.valueOf(item.get(Table.File.STATUS).s());
  }
}
