package inventory.validation.rebuild.dynamodb;

import static inventory.model.movement.dynamodb.Attributes.number;
import static inventory.model.movement.dynamodb.Attributes.text;

import inventory.model.FileKind;
import inventory.model.csv.InventoryFile;
import inventory.model.inbox.Upload;
import inventory.model.inbox.dynamodb.FileItems;
import inventory.model.table.Keys;
import inventory.model.table.Table;
import inventory.validation.rebuild.AppliedFile;
import inventory.validation.rebuild.FileList;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Lists the file records by a scan of the table: a rebuild is rare, and it alone is sure to meet
 * every record, strongly consistent. Memory grows by some 500 bytes a file.
 */
public final class DynamoDbFileList implements FileList {

  private static final String INVENTORY_FILE = ".csv";

  private final DynamoDbClient client;
  private final String table;

  /** Reads the table of this name. */
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
        if (isOfTheseRules(item)) {
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

  /** Those of thresholds change no level; the key tells, as it told S3 where to notify. */
  private static boolean isInventory(Map<String, AttributeValue> item) {
    String key = item.get(Table.File.KEY).s();
    return key.toLowerCase(Locale.ROOT).endsWith(INVENTORY_FILE);
  }

  /** A file of which no row was applied is not read, so that it may be gone. */
  private static boolean isApplied(Map<String, AttributeValue> item) {
    FileKind kind = FileKind.valueOf(item.get(Table.File.KIND).s());
    return FileItems.status(item).applied()
        && (kind == FileKind.TRANSACTIONS || kind == FileKind.COUNT)
        && number(item, Table.File.ROWS_APPLIED).orElse(BigInteger.ZERO).signum() > 0;
  }

  private static boolean isOfTheseRules(Map<String, AttributeValue> item) {
    BigInteger rules = BigInteger.valueOf(InventoryFile.RULES);
    return number(item, Table.File.RULES).filter(rules::equals).isPresent();
  }
}
