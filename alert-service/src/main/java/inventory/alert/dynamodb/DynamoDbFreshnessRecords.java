package inventory.alert.dynamodb;

import inventory.alert.outbox.Delivery;
import inventory.alert.outbox.FreshnessRecords;
import inventory.alert.outbox.Trigger;
import inventory.model.FileKind;
import inventory.model.freshness.dynamodb.FreshnessItem;
import inventory.model.table.FileItem;
import inventory.model.table.OutboxItem;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.Put;

/** The freshness of warehouses in the table. */
public final class DynamoDbFreshnessRecords implements FreshnessRecords {

  private static final Pattern FILE_ID = Pattern.compile("[0-9a-f]{32}");
  private static final Set<FileKind> REPORTS = Set.of(FileKind.TRANSACTIONS, FileKind.COUNT);

  private final DynamoDbClient dynamoDb;
  private final String table;

  /** Reads and writes a table. */
  public DynamoDbFreshnessRecords(DynamoDbClient dynamoDb, String table) {
    this.dynamoDb = dynamoDb;
    this.table = table;
  }

  @Override
  public Optional<Instant> uploadedAt(String fileId) {
    return FILE_ID.matcher(fileId).matches()
        ? read(FileItem.key(fileId))
            .map(FileItem::of)
            .filter(file -> REPORTS.contains(file.kind()))
            .map(FileItem::receivedAt)
        : Optional.empty();
  }

  @Override
  public Optional<FreshnessRecord> find(String warehouse) {
    return read(FreshnessItem.key(warehouse))
        .map(FreshnessItem::of)
        .map(
            item ->
                new FreshnessRecord(
                    item.warehouse(), item.freshness(), item.noticedAt(), item.revision()));
  }

  private Optional<Map<String, AttributeValue>> read(Map<String, AttributeValue> key) {
    Map<String, AttributeValue> item =
        dynamoDb.getItem(g -> g.tableName(table).key(key).consistentRead(true)).item();
    return item.isEmpty() ? Optional.empty() : Optional.of(item);
  }

  @Override
  public boolean save(FreshnessRecord record) {
    Put put = item(record).put(table);
    try {
      dynamoDb.putItem(
          p ->
              p.tableName(table)
                  .item(put.item())
                  .conditionExpression(put.conditionExpression())
                  .expressionAttributeValues(
                      put.hasExpressionAttributeValues() ? put.expressionAttributeValues() : null));
      return true;
    } catch (ConditionalCheckFailedException e) {
      // An outcome of the port: another process wrote first.
      return false;
    }
  }

  @Override
  public List<String> silent(Instant now, int max) {
    return dynamoDb.query(FreshnessItem.silent(table, now, max)).items().stream()
        .map(item -> FreshnessItem.of(item).warehouse())
        .toList();
  }

  @Override
  public void notifyOnce(FreshnessRecord silent, Collection<Delivery> deliveries, Trigger trigger) {
    OutboxWrites.putOnce(
        dynamoDb,
        table,
        item(silent).noticed(trigger.at()).of(table, FreshnessItem.key(silent.warehouse())),
        new OutboxItem.Silence(silent.warehouse(), silent.freshness().lastFileAt()),
        deliveries,
        trigger);
  }

  private static FreshnessItem item(FreshnessRecord record) {
    return new FreshnessItem(
        record.warehouse(), record.freshness(), record.noticedAt(), record.revision());
  }
}
