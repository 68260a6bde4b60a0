package inventory.ingest.dynamodb;

import static inventory.ingest.dynamodb.Attributes.number;
import static inventory.ingest.dynamodb.Attributes.text;

import inventory.ingest.domain.Upload;
import inventory.model.FileKind;
import inventory.model.FileStatus;
import inventory.model.table.Keys;
import inventory.model.table.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** File records as items of the table. */
final class FileItems {

  private FileItems() {}

  static Map<String, AttributeValue> key(String fileId) {
    return Map.of(Table.PK, text(Keys.file(fileId)), Table.SK, text(Keys.ONLY));
  }

  static Map<String, AttributeValue> toItem(Upload upload) {
    String fileId = upload.fileId();
    LocalDate day = LocalDate.ofInstant(upload.uploadedAt(), ZoneOffset.UTC);
    Map<String, AttributeValue> item = new HashMap<>(key(fileId));
    item.put(Table.INDEX_PK, text(Keys.filesOf(day)));
    item.put(Table.INDEX_SK, text(Keys.arrival(upload.uploadedAt(), fileId)));
    item.put(Table.File.FILE_ID, text(fileId));
    item.put(Table.File.KEY, text(upload.key()));
    item.put(Table.File.VERSION, text(upload.version()));
    item.put(Table.File.VERSIONED, AttributeValue.fromBool(upload.versioned()));
    item.put(Table.File.SIZE, number(upload.size()));
    item.put(Table.File.RECEIVED_AT, text(upload.uploadedAt().toString()));
    item.put(Table.File.KIND, text(FileKind.UNKNOWN.name()));
    item.put(Table.File.STATUS, text(FileStatus.RECEIVED.name()));
    return item;
  }

  static Upload toUpload(Map<String, AttributeValue> item) {
    return new Upload(
        item.get(Table.File.KEY).s(),
        item.get(Table.File.VERSION).s(),
        item.get(Table.File.VERSIONED).bool(),
        Long.parseLong(item.get(Table.File.SIZE).n()),
        Instant.parse(item.get(Table.File.RECEIVED_AT).s()));
  }

  static FileStatus status(Map<String, AttributeValue> item) {
    return FileStatus.valueOf(item.get(Table.File.STATUS).s());
  }
}
