package inventory.reporting.dynamodb;

import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import inventory.model.table.Keys;
import inventory.model.table.Table;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/** The records of one item: its levels, thresholds, alerts and snoozes. */
final class ItemPartition {

  private ItemPartition() {}

  static Map<String, AttributeValue> key(String itemId, String sortKey) {
    return Map.of(Table.PK, fromS(Keys.item(itemId)), Table.SK, fromS(sortKey));
  }

  /** Reads those whose sort keys begin so, strongly consistent. */
  static QueryRequest query(String table, String itemId, String beginning) {
    return QueryRequest.builder()
        .tableName(table)
        .consistentRead(true)
        .keyConditionExpression("pk = :pk and begins_with(sk, :beginning)")
        .expressionAttributeValues(
            Map.of(":pk", fromS(Keys.item(itemId)), ":beginning", fromS(beginning)))
        .build();
  }
}
