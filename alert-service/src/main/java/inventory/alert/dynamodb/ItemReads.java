package inventory.alert.dynamodb;

import static inventory.model.table.Values.text;

import inventory.model.table.Keys;
import inventory.model.table.LevelQueries;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Reads what belongs to an item in all warehouses. */
final class ItemReads {

  private final DynamoDbClient dynamoDb;
  private final String table;

  ItemReads(DynamoDbClient dynamoDb, String table) {
    this.dynamoDb = dynamoDb;
    this.table = table;
  }

  /** The item's thresholds, strongly consistent. */
  Stream<Map<String, AttributeValue>> thresholds(String itemId) {
    return dynamoDb
        .queryPaginator(
            q ->
                q.tableName(table)
                    .consistentRead(true)
                    .keyConditionExpression("pk = :pk AND begins_with(sk, :threshold)")
                    .expressionAttributeValues(
                        Map.of(
                            ":pk", text(Keys.item(itemId)),
                            ":threshold", text(Keys.THRESHOLD_PREFIX))))
        .items()
        .stream();
  }

  /** The keys of the item's levels, from the index: see {@link LevelQueries#keysOfItem}. */
  Stream<Map<String, AttributeValue>> levelKeys(String itemId) {
    return dynamoDb.queryPaginator(LevelQueries.keysOfItem(table, itemId)).items().stream();
  }
}
