package inventory.alert.dynamodb;

import static inventory.model.table.Values.number;
import static inventory.model.table.Values.text;

import inventory.model.AlertId;
import inventory.model.Backoff;
import inventory.model.Position;
import inventory.model.RestockRule;
import inventory.model.StockKey;
import inventory.model.ThresholdVersion;
import inventory.model.table.AlertItem;
import inventory.model.table.Batches;
import inventory.model.table.Keys;
import inventory.model.table.LevelItem;
import inventory.model.table.SnoozeItem;
import inventory.model.table.Table;
import inventory.model.table.ThresholdItem;
import inventory.testkit.Resources;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Puts items into the table as the other services do. */
final class StoredStock {

  static final Backoff BACKOFF = new Backoff(3, Duration.ofMillis(1), Duration.ofMillis(2));

  private final Resources resources;

  StoredStock(Resources resources) {
    this.resources = resources;
  }

  DynamoDbAlerts alerts() {
    return new DynamoDbAlerts(
        resources.dynamoDb(),
        resources.table(),
        batches(),
        new DynamoDbEventFeed(resources.dynamoDb(), resources.table(), endpoints(), batches()));
  }

  DynamoDbEndpoints endpoints() {
    return new DynamoDbEndpoints(resources.dynamoDb(), resources.table());
  }

  Batches batches() {
    return new Batches(resources.dynamoDb(), resources.table(), BACKOFF);
  }

  DynamoDbOutbox outbox() {
    return new DynamoDbOutbox(resources.dynamoDb(), resources.table(), batches());
  }

  /** A level as ingest-service writes it. */
  void level(String warehouse, String itemId, String itemName, String units) {
    put(levelItem(warehouse, itemId, itemName, units, "2026-11-20T08:00:00.000000000Z#f"));
  }

  void level(String warehouse, String itemId, String itemName, String units, String latest) {
    put(levelItem(warehouse, itemId, itemName, units, latest));
  }

  /** The level of an item that has only events without a name. */
  void nameless(String warehouse, String itemId, String units, String latest) {
    Map<String, AttributeValue> item = levelItem(warehouse, itemId, itemId, units, latest);
    item.put("named", text(Position.NONE));
    put(item);
  }

  /** The level of an item that was taken off the list. */
  void removed(String warehouse, String itemId, String units) {
    Map<String, AttributeValue> item =
        levelItem(warehouse, itemId, "Echo", units, "2026-11-20T09:00:00.000000000Z#f");
    item.put("removed", AttributeValue.fromBool(true));
    put(item);
  }

  private static Map<String, AttributeValue> levelItem(
      String warehouse, String itemId, String itemName, String units, String latest) {
    Map<String, AttributeValue> item =
        new HashMap<>(LevelItem.key(new StockKey(warehouse, itemId)));
    item.put(Table.ITEM_INDEX_PK, text(Keys.item(itemId)));
    item.put(Table.ITEM_INDEX_SK, text(Keys.levelIn(warehouse)));
    item.put("warehouse", text(warehouse));
    item.put("itemId", text(itemId));
    item.put("itemName", text(itemName));
    item.put("stockLevel", AttributeValue.fromN(units));
    item.put("latest", text(latest));
    return item;
  }

  /** A threshold as threshold-service writes it, of all warehouses if none is named. */
  void threshold(String itemId, Optional<String> warehouse, long units) {
    put(
        ThresholdItem.ofFile(
            new AlertId(itemId, warehouse),
            Optional.of(RestockRule.below(units)),
            ThresholdVersion.of("2026-11-20#2026-11-20T08:00:00.000000000Z#f")));
  }

  /** The end of a snooze, as reporting-api writes it together with the alert. */
  void snooze(AlertId alert, Instant until) {
    put(new SnoozeItem(alert, until).toItem());
    resources
        .dynamoDb()
        .updateItem(
            u ->
                u.tableName(resources.table())
                    .key(AlertItem.key(alert))
                    .updateExpression(
                        "SET snoozedUntil = :until, snoozedAt = :until ADD revision :one")
                    .expressionAttributeValues(
                        Map.of(":until", text(until.toString()), ":one", number(1))));
  }

  /** An alert's item; empty if there is none. */
  Map<String, AttributeValue> alertItem(AlertId alert) {
    return resources
        .dynamoDb()
        .getItem(g -> g.tableName(resources.table()).key(AlertItem.key(alert)).consistentRead(true))
        .item();
  }

  void put(Map<String, AttributeValue> item) {
    resources.dynamoDb().putItem(p -> p.tableName(resources.table()).item(item));
  }
}
