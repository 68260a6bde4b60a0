package inventory.alert.dynamodb;

import static inventory.model.table.Values.text;

import inventory.model.table.Keys;
import inventory.model.table.Table;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Reads the levels and thresholds of an item in all warehouses, strongly consistent. */
final class ItemReads {

  // Levels and thresholds sort from here on; alerts sort before.
  private static final String FROM = Keys.LEVEL_PREFIX;

  private final DynamoDbClient dynamoDb;
  private final String table;

  ItemReads(DynamoDbClient dynamoDb, String table) {
    this.dynamoDb = dynamoDb;
    this.table = table;
  }

  Stream<Map<String, AttributeValue>> read(String itemId) {
    return dynamoDb
        .queryPaginator(
            q ->
                q.tableName(table)
                    .consistentRead(true)
                    .keyConditionExpression("#pk = :pk AND #sk >= :from")
                    .expressionAttributeNames(Map.of("#pk", Table.PK, "#sk", Table.SK))
                    .expressionAttributeValues(
                        Map.of(":pk", text(Keys.item(itemId)), ":from", text(FROM))))
        .items()
        .stream();
  }
}
