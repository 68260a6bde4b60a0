package inventory.model.table;

import static inventory.model.table.Values.text;

import inventory.model.StockKey;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/** The queries that find levels: by warehouse in the table, by item in the index. */
public final class LevelQueries {

  private LevelQueries() {}

  /**
   * The levels in a warehouse by item id, strongly consistent. The attributes are not selected.
   *
   * @param values further values of expressions
   */
  public static QueryRequest.Builder inWarehouse(
      String table, String warehouse, Map<String, AttributeValue> values) {
    Map<String, AttributeValue> all = new HashMap<>(values);
    all.put(":pk", text(Keys.warehouse(warehouse)));
    all.put(":level", text(Keys.LEVEL_PREFIX));
    return QueryRequest.builder()
        .tableName(table)
        .consistentRead(true)
        .keyConditionExpression("pk = :pk AND begins_with(sk, :level)")
        .expressionAttributeValues(all);
  }

  /** Where {@link #inWarehouse} continues after an item, whether or not it has a level. */
  public static Map<String, AttributeValue> after(String warehouse, String itemId) {
    return LevelItem.key(new StockKey(warehouse, itemId));
  }

  /**
   * The keys of an item's levels, by warehouse. An index is eventually consistent: the first level
   * of a pair may be missing for moments. All keys that it lists exist, unless a rebuild deleted
   * the level, so consistent reads of them give the current levels.
   */
  public static QueryRequest keysOfItem(String table, String itemId) {
    return QueryRequest.builder()
        .tableName(table)
        .indexName(Table.ITEM_INDEX)
        .keyConditionExpression(Table.ITEM_INDEX_PK + " = :item")
        .projectionExpression(Table.PK + ", " + Table.SK)
        .expressionAttributeValues(Map.of(":item", text(Keys.item(itemId))))
        .build();
  }
}
