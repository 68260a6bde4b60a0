package inventory.validation.rebuild.dynamodb;

import static inventory.model.movement.dynamodb.Attributes.number;
import static inventory.model.movement.dynamodb.Attributes.text;

import inventory.model.FileKind;
import inventory.model.csv.InventoryFile;
import inventory.model.inbox.Upload;
import inventory.model.inbox.dynamodb.FileItems;
import inventory.model.table.Keys;
import inventory.model.table.Table;
import inventory.validation.rebuild.source.AppliedFile;
import inventory.validation.rebuild.source.FileList;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Lists the file records with a scan of the table: a rebuild is rare, and only a scan reads every
 * record, strongly consistent. It takes about 500 bytes of memory for each file.
 */
public final class DynamoDbFileList implements FileList {

  private static final String INVENTORY_FILE = ".csv";

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
    List<String> unfinished = new ArrayList<>();
    List<String> otherRules = new ArrayList<>();
    for (Map<String, AttributeValue> item : records()) {
      Upload upload = FileItems.toUpload(item);
      if (!FileItems.status(item).finished()) {
        unfinished.add(upload.key());
      } else if (isApplied(item)) {
        if (hasCurrentRules(item)) {
          applied.add(new AppliedFile(upload, text(item, Table.File.CONTENT)));
        } else {
          otherRules.add(upload.key());
        }
      }
    }
    return new Listing(applied, unfinished, otherRules);
  }

  private Iterable<Map<String, AttributeValue>> records() {
    return () ->
        client
            .scanPaginator(
                request ->
                    request
                        .tableName(table)
                        .consistentRead(true)
                        .filterExpression("begins_with(pk, :file)")
                        .expressionAttributeValues(Map.of(":file", text(Keys.FILE_PREFIX))))
            .items()
            .stream()
            .filter(DynamoDbFileList::isInventory)
            .iterator();
  }

  /** Threshold files change no level; the object key's extension distinguishes the two. */
  private static boolean isInventory(Map<String, AttributeValue> item) {
    String key = item.get(Table.File.KEY).s();
    return key.toLowerCase(Locale.ROOT).endsWith(INVENTORY_FILE);
  }

  /** A file without an applied row is not read; it may have been deleted. */
  private static boolean isApplied(Map<String, AttributeValue> item) {
    FileKind kind = FileKind.valueOf(item.get(Table.File.KIND).s());
    return FileItems.status(item).applied()
        && (kind == FileKind.TRANSACTIONS || kind == FileKind.COUNT)
        && number(item, Table.File.ROWS_APPLIED).orElse(BigInteger.ZERO).signum() > 0;
  }

  private static boolean hasCurrentRules(Map<String, AttributeValue> item) {
    BigInteger rules = BigInteger.valueOf(InventoryFile.RULES);
    return number(item, Table.File.RULES).filter(rules::equals).isPresent();
  }
}
