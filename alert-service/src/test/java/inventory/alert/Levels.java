package inventory.alert;

import inventory.local.Resources;
import inventory.model.message.ChangedItems;
import inventory.model.table.Keys;
import inventory.model.table.Table;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Puts levels into the table as ingest-service does. */
public final class Levels {

  private final Resources resources;

  /** Puts into the table of these resources. */
  public Levels(Resources resources) {
    this.resources = resources;
  }

  /** Puts a level; returns what a message calls it. */
  public ChangedItems.Item put(String warehouse, String itemId, String itemName, String units) {
    Map<String, AttributeValue> item =
        Map.of(
            Table.PK, AttributeValue.fromS(Keys.item(itemId)),
            Table.SK, AttributeValue.fromS(Keys.level(warehouse)),
            Table.INDEX_PK, AttributeValue.fromS(Keys.warehouse(warehouse)),
            Table.INDEX_SK, AttributeValue.fromS(Keys.sortable(itemId)),
            Table.Level.WAREHOUSE, AttributeValue.fromS(warehouse),
            Table.Level.ITEM_ID, AttributeValue.fromS(itemId),
            Table.Level.ITEM_NAME, AttributeValue.fromS(itemName),
            Table.Level.STOCK_LEVEL, AttributeValue.fromN(units));
    resources.dynamoDb().putItem(r -> r.tableName(resources.table()).item(item));
    return new ChangedItems.Item(warehouse, itemId);
  }
}
