package inventory.launcher.bench;

import inventory.launcher.bench.Work.WorkRow;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/**
 * The loader that a beginner's lab has: one PutItem for each row, one after the other, into a table
 * without an index. It keeps the last row of each item and counts nothing.
 */
final class LabLoader {

  private static final String TABLE = "lab";
  private static final String STORE = "Store";
  private static final String ITEM = "Item";
  private static final String COUNT = "Count";

  private final DynamoDbClient dynamoDb;

  LabLoader(DynamoDbClient dynamoDb) {
    this.dynamoDb = dynamoDb;
  }

  void createTable() {
    dynamoDb.createTable(
        request ->
            request
                .tableName(TABLE)
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .attributeDefinitions(text(STORE), text(ITEM))
                .keySchema(key(STORE, KeyType.HASH), key(ITEM, KeyType.RANGE)));
  }

  private static AttributeDefinition text(String name) {
    return AttributeDefinition.builder()
        .attributeName(name)
        .attributeType(ScalarAttributeType.S)
        .build();
  }

  private static KeySchemaElement key(String name, KeyType type) {
    return KeySchemaElement.builder().attributeName(name).keyType(type).build();
  }

  /** Loads rows; returns how long that took. */
  Speed load(List<WorkRow> rows) {
    long begin = System.nanoTime();
    for (WorkRow row : rows) {
      dynamoDb.putItem(request -> request.tableName(TABLE).item(item(row)));
    }
    return new Speed(rows.size(), System.nanoTime() - begin);
  }

  /** Write units of the rows: each is an item by itself. */
  static long writeUnits(List<WorkRow> rows) {
    return rows.stream().mapToLong(row -> ItemSize.kilobytes(item(row))).sum();
  }

  private static Map<String, AttributeValue> item(WorkRow row) {
    return Map.of(
        STORE, AttributeValue.fromS(row.key().warehouse()),
        ITEM, AttributeValue.fromS(row.key().itemId()),
        COUNT, AttributeValue.fromN(Long.toString(row.change())));
  }
}
