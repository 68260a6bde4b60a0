package inventory.model.movement.dynamodb;

import static inventory.model.movement.dynamodb.Attributes.text;

import inventory.model.table.Keys;
import inventory.model.table.Table;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Warehouses as items of the table. */
public final class WarehouseItems {

  private WarehouseItems() {}

  /**
   * The key of a warehouse's record. Several services keep attributes of their own in it, so that
   * it is updated and never put.
   */
  public static Map<String, AttributeValue> key(String warehouse) {
    return Map.of(Table.PK, text(Keys.WAREHOUSES), Table.SK, text(Keys.sortable(warehouse)));
  }
}
