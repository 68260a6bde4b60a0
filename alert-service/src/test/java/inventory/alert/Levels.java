package inventory.alert;

import inventory.model.AlertId;
import inventory.model.RestockRule;
import inventory.model.StockKey;
import inventory.model.ThresholdVersion;
import inventory.model.message.ChangedItems;
import inventory.model.table.AlertItem;
import inventory.model.table.Keys;
import inventory.model.table.LevelItem;
import inventory.model.table.Table;
import inventory.model.table.ThresholdItem;
import inventory.testkit.Resources;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Puts facts into the table as the other services do, and reads the alerts that follow. */
public final class Levels {

  private final Resources resources;

  /** Puts into the table of these resources. */
  public Levels(Resources resources) {
    this.resources = resources;
  }

  /** Puts a level; returns its name in a message. */
  public ChangedItems.Item put(String warehouse, String itemId, String itemName, String units) {
    put(level(warehouse, itemId, itemName, units));
    return new ChangedItems.Item(warehouse, itemId);
  }

  /** Puts a level of an item that is off the list. */
  public ChangedItems.Item putRemoved(String warehouse, String itemId, String itemName) {
    Map<String, AttributeValue> item = level(warehouse, itemId, itemName, "0");
    item.put("removed", AttributeValue.fromBool(true));
    put(item);
    return new ChangedItems.Item(warehouse, itemId);
  }

  private static Map<String, AttributeValue> level(
      String warehouse, String itemId, String itemName, String units) {
    Map<String, AttributeValue> item =
        new HashMap<>(LevelItem.key(new StockKey(warehouse, itemId)));
    item.put(Table.ITEM_INDEX_PK, text(Keys.item(itemId)));
    item.put(Table.ITEM_INDEX_SK, text(Keys.levelIn(warehouse)));
    item.put("warehouse", text(warehouse));
    item.put("itemId", text(itemId));
    item.put("itemName", text(itemName));
    item.put("stockLevel", AttributeValue.fromN(units));
    item.put("latest", text("2026-11-20T08:00:00.000000000Z#f"));
    return item;
  }

  /** Puts a threshold; returns the name of its item in a message. */
  public ChangedItems.Item putThreshold(String itemId, Optional<String> warehouse, long units) {
    put(
        ThresholdItem.ofFile(
            new AlertId(itemId, warehouse),
            Optional.of(RestockRule.below(units)),
            ThresholdVersion.of("2026-11-21#2026-11-21T08:00:00.000000000Z#f")));
    return new ChangedItems.Item(warehouse.orElse(null), itemId);
  }

  /** Puts any item. */
  public void put(Map<String, AttributeValue> item) {
    resources.dynamoDb().putItem(r -> r.tableName(resources.table()).item(item));
  }

  /** The record of an alert; empty if there is none. */
  public Map<String, AttributeValue> alert(AlertId alert) {
    return resources
        .dynamoDb()
        .getItem(r -> r.tableName(resources.table()).consistentRead(true).key(AlertItem.key(alert)))
        .item();
  }

  static AttributeValue text(String value) {
    return AttributeValue.fromS(value);
  }
}
