package inventory.alert.dynamodb;

import static inventory.alert.dynamodb.Attributes.key;
import static inventory.alert.dynamodb.Attributes.number;
import static inventory.alert.dynamodb.Attributes.text;

import inventory.alert.notification.FileReport;
import inventory.alert.outbox.FileReports;
import inventory.alert.outbox.Trigger;
import inventory.model.FileKind;
import inventory.model.FileStatus;
import inventory.model.table.Keys;
import inventory.model.table.Table;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

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
    return report(Records.require(dynamoDb, table, Keys.file(fileId), "file " + fileId));
  }

  private static FileReport report(Map<String, AttributeValue> item) {
    return new FileReport(
        item.get(Table.File.FILE_ID).s(),
        item.get(Table.File.KEY).s(),
        number(item, Table.File.SIZE, 0),
        Instant.parse(item.get(Table.File.RECEIVED_AT).s()),
        FileKind.valueOf(item.get(Table.File.KIND).s()),
        FileStatus.valueOf(item.get(Table.File.STATUS).s()),
        number(item, Table.File.ROWS_APPLIED, 0),
        number(item, Table.File.ROWS_REJECTED, 0),
        text(item, Table.File.REASON).orElse(""),
        Optional.ofNullable(item.get(Table.File.FIRST_REJECTS))
            .map(list -> list.l().stream().map(AttributeValue::s).toList())
            .orElse(List.of()),
        text(item, Table.File.REJECTS_KEY));
  }

  @Override
  public void notifyOnce(String fileId, Trigger trigger) {
    TransactWriteItem mark =
        TransactWriteItem.builder()
            .update(
                u ->
                    u.tableName(table)
                        .key(key(Keys.file(fileId), Keys.ONLY))
                        .updateExpression("SET #noticed = :now")
                        .conditionExpression("attribute_not_exists(#noticed)")
                        .expressionAttributeNames(Map.of("#noticed", Table.File.NOTICED_AT))
                        .expressionAttributeValues(Map.of(":now", text(trigger.at().toString()))))
            .build();
    OnceOnlyNotification.once(dynamoDb, mark, OutboxItems.putFile(table, fileId, trigger));
  }
}
