package inventory.reporting.dynamodb;

import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import inventory.model.table.Keys;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/** Queries the partition of one item: its levels, thresholds, alerts and snoozes. */
final class ItemPartition {

  private ItemPartition() {}

  /** Reads an item's levels. */
  static QueryRequest levels(String table, String itemId) {
    return query(table, itemId, Keys.LEVEL_PREFIX, behind(Keys.LEVEL_PREFIX));
  }

  /** Reads an item's levels and thresholds, and the few ends of snoozes between the two. */
  static QueryRequest levelsToThresholds(String table, String itemId) {
    return query(table, itemId, Keys.LEVEL_PREFIX, behind(Keys.THRESHOLD_PREFIX));
  }

  /** The end of the keys with a prefix: the prefix with its last character increased. */
  private static String behind(String prefix) {
    int last = prefix.length() - 1;
    return prefix.substring(0, last) + (char) (prefix.charAt(last) + 1);
  }

  private static QueryRequest query(String table, String itemId, String first, String end) {
    return QueryRequest.builder()
        .tableName(table)
        .consistentRead(true)
        .keyConditionExpression("pk = :pk and sk between :first and :end")
        .expressionAttributeValues(
            Map.of(":pk", fromS(Keys.item(itemId)), ":first", fromS(first), ":end", fromS(end)))
        .build();
  }
}
