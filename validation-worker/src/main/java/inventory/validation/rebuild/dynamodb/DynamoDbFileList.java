package inventory.validation.rebuild.dynamodb;

import inventory.model.FileKind;
import inventory.model.FileStatus;
import inventory.model.csv.InventoryFile;
import inventory.model.table.FileItem;
import inventory.model.table.Keys;
import inventory.model.table.Values;
import inventory.validation.rebuild.source.AppliedFile;
import inventory.validation.rebuild.source.FileList;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Lists the file records with a scan of the table: a rebuild is rare, and only a scan reads every
 * record, strongly consistent. It takes about 500 bytes of memory for each file.
 */
public final class DynamoDbFileList implements FileList {

  private final DynamoDbClient client;
  private final String table;

  /** Reads a table. */
  public DynamoDbFileList(DynamoDbClient client, String table) {
    this.client = client;
    this.table = table;
  }

  @Override
  public Listing list() {
    List<AppliedFile> applied = new ArrayList<>();
    List<String> unverifiable = new ArrayList<>();
    for (FileItem file : files()) {
      if (!file.status().finished()) {
        unverifiable.add(file.objectKey() + " is still being processed");
      } else if (file.status() == FileStatus.INCOMPLETE) {
        unverifiable.add(
            file.objectKey() + " is INCOMPLETE; upload the same content again to complete it");
      } else if (isApplied(file)) {
        if (file.rules().filter(rules -> rules == InventoryFile.RULES).isPresent()) {
          applied.add(new AppliedFile(file.upload(), file.isReleased(), file.content()));
        } else {
          unverifiable.add(file.objectKey() + " was applied with other reading rules");
        }
      }
    }
    return new Listing(applied, unverifiable);
  }

  private Iterable<FileItem> files() {
    return () ->
        client
            .scanPaginator(
                request ->
                    request
                        .tableName(table)
                        .consistentRead(true)
                        .filterExpression("begins_with(pk, :file)")
                        .expressionAttributeValues(Map.of(":file", Values.text(Keys.FILE_PREFIX))))
            .items()
            .stream()
            .map(FileItem::of)
            // Threshold files change no level.
            .filter(FileItem::isInventory)
            .iterator();
  }

  /** A file without an applied row is not read; it may have been deleted. */
  private static boolean isApplied(FileItem file) {
    return file.status().applied()
        && (file.kind() == FileKind.TRANSACTIONS || file.kind() == FileKind.COUNT)
        && file.rowsApplied() > 0;
  }
}
