package inventory.alert.dynamodb;

import inventory.alert.notification.FileReport;
import inventory.alert.outbox.Delivery;
import inventory.alert.outbox.FileReports;
import inventory.alert.outbox.Trigger;
import inventory.model.table.FileItem;
import inventory.model.table.OutboxItem;
import java.util.Collection;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** File records in the table. */
public final class DynamoDbFileReports implements FileReports {

  private final DynamoDbClient dynamoDb;
  private final String table;

  /** Reads a table. */
  public DynamoDbFileReports(DynamoDbClient dynamoDb, String table) {
    this.dynamoDb = dynamoDb;
    this.table = table;
  }

  @Override
  public FileReport find(String fileId) {
    Map<String, AttributeValue> item =
        dynamoDb
            .getItem(g -> g.tableName(table).key(FileItem.key(fileId)).consistentRead(true))
            .item();
    if (item.isEmpty()) {
      throw new IllegalStateException("there is no record of file " + fileId);
    }
    FileItem file = FileItem.of(item);
    return new FileReport(
        file.fileId(),
        file.objectKey(),
        file.size().orElse(0L),
        file.receivedAt(),
        file.kind(),
        file.status(),
        file.rowsApplied(),
        file.rowsRejected(),
        file.reason().orElse(""),
        file.firstRejects(),
        file.rejectsKey());
  }

  @Override
  public void notifyOnce(FileReport file, Collection<Delivery> deliveries, Trigger trigger) {
    OutboxWrites.putOnce(
        dynamoDb,
        table,
        FileItem.noticed(file.status(), trigger.at()).of(table, FileItem.key(file.fileId())),
        new OutboxItem.File(file.fileId()),
        deliveries,
        trigger);
  }
}
