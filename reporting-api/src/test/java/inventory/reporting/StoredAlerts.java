package inventory.reporting;

import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromN;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import inventory.model.AlertId;
import inventory.model.StockKey;
import inventory.model.StockState;
import inventory.model.table.Keys;
import inventory.model.table.Table;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/** Puts the alerts that alert-service would put, and looks at what became of them. */
final class StoredAlerts {

  private final DynamoDbClient dynamo;
  private final String table;

  StoredAlerts(DynamoDbClient dynamo, String table) {
    this.dynamo = dynamo;
    this.table = table;
  }

  static AlertId in(String warehouse, String itemId) {
    return AlertId.of(new StockKey(warehouse, itemId));
  }

  /** An open alert; its level and threshold are none that any record of now has. */
  void open(AlertId id, StockState state, Instant since) {
    Map<String, AttributeValue> item = closed(id);
    item.put(Table.INDEX_PK, fromS(Keys.OPEN_ALERTS));
    item.put(Table.INDEX_SK, fromS(Keys.openAlert(state, since, id)));
    item.put(Table.Alert.STATE, fromS(state.name()));
    item.put(Table.Alert.NOTICED, fromS(state.name()));
    item.put(Table.Alert.SINCE, fromS(since.toString()));
    put(item);
  }

  /** What is on record of stock that has recovered. */
  void recovered(AlertId id) {
    put(closed(id));
  }

  private static Map<String, AttributeValue> closed(AlertId id) {
    Map<String, AttributeValue> item = new HashMap<>(key(id, Keys.alert(id)));
    item.put(Table.Alert.ITEM_ID, fromS(id.itemId()));
    id.warehouse().ifPresent(name -> item.put(Table.Alert.WAREHOUSE, fromS(name)));
    item.put(Table.Alert.ITEM_NAME, fromS("Name of " + id.itemId()));
    item.put(Table.Alert.STATE, fromS(StockState.OK.name()));
    item.put(Table.Alert.NOTICED, fromS(StockState.OK.name()));
    item.put(Table.Alert.STOCK_LEVEL, fromN("-999"));
    item.put(Table.Alert.RESTOCK_IF_BELOW, fromN("999"));
    item.put(Table.Alert.REVISION, fromN("1"));
    return item;
  }

  /**
   * Writes the whole record again as alert-service does: as it was read, one revision on, on
   * condition that nobody has written it since.
   *
   * @return whether it was written
   */
  boolean rewrite(AlertId id) {
    Map<String, AttributeValue> item = new HashMap<>(alert(id));
    AttributeValue read = item.get(Table.Alert.REVISION);
    item.put(Table.Alert.REVISION, fromN(Long.toString(Long.parseLong(read.n()) + 1)));
    try {
      dynamo.putItem(
          request ->
              request
                  .tableName(table)
                  .item(item)
                  .conditionExpression("revision = :read")
                  .expressionAttributeValues(Map.of(":read", read)));
      return true;
    } catch (ConditionalCheckFailedException e) {
      return false;
    }
  }

  /** The record of the alert; empty if there is none. */
  Map<String, AttributeValue> alert(AlertId id) {
    return read(key(id, Keys.alert(id)));
  }

  /** The record of the end of its snooze; empty if there is none. */
  Map<String, AttributeValue> snooze(AlertId id) {
    return read(key(id, Keys.snooze(id)));
  }

  long revision(AlertId id) {
    return Long.parseLong(alert(id).get(Table.Alert.REVISION).n());
  }

  /** Takes all open alerts off the list. */
  void clear() {
    dynamo
        .queryPaginator(
            query ->
                query
                    .tableName(table)
                    .indexName(Table.INDEX)
                    .keyConditionExpression("gsi1pk = :open")
                    .expressionAttributeValues(Map.of(":open", fromS(Keys.OPEN_ALERTS))))
        .items()
        .forEach(
            item ->
                dynamo.deleteItem(
                    request ->
                        request
                            .tableName(table)
                            .key(
                                Map.of(
                                    Table.PK, item.get(Table.PK), Table.SK, item.get(Table.SK)))));
  }

  private static Map<String, AttributeValue> key(AlertId id, String sortKey) {
    return Map.of(Table.PK, fromS(Keys.item(id.itemId())), Table.SK, fromS(sortKey));
  }

  private Map<String, AttributeValue> read(Map<String, AttributeValue> key) {
    return dynamo.getItem(get -> get.tableName(table).key(key).consistentRead(true)).item();
  }

  private void put(Map<String, AttributeValue> item) {
    dynamo.putItem(request -> request.tableName(table).item(item));
  }
}
