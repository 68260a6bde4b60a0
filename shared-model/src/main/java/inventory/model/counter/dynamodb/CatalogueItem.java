package inventory.model.counter.dynamodb;

import static inventory.model.table.Values.text;

import inventory.model.table.Attributes;
import inventory.model.table.ItemBuilder;
import inventory.model.table.ItemUpdate;
import inventory.model.table.Keys;
import inventory.model.table.Table;
import inventory.model.table.Values;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * An item of any warehouse, as the catalogue finds it: by its id in the table, by its name in the
 * index.
 *
 * @param itemId the item's id
 * @param itemName the name that a warehouse introduced last; the id if no warehouse named it
 * @param named the {@link inventory.model.Position} of the movement that introduced the name
 */
public record CatalogueItem(String itemId, String itemName, String named) {

  private static final String ITEM_ID = "itemId";
  private static final String ITEM_NAME = "itemName";
  private static final String NAMED = "named";

  /** The item of the table. */
  public static CatalogueItem of(Map<String, AttributeValue> item) {
    Attributes attributes = new Attributes(item);
    return new CatalogueItem(
        attributes.text(ITEM_ID), attributes.text(ITEM_NAME), attributes.text(NAMED));
  }

  /** The key of an item. */
  public static Map<String, AttributeValue> key(String itemId) {
    return Values.key(Keys.CATALOGUE, Keys.searchable(itemId, itemId));
  }

  /** The key of an item in the index, which lists the catalogue by name. */
  public static Map<String, AttributeValue> indexKey(String itemId, String itemName) {
    return new ItemBuilder(key(itemId))
        .index(Keys.CATALOGUE, Keys.searchable(itemName, itemId))
        .build();
  }

  /** Records the name, unless a later movement introduced another; in any order the same. */
  public ItemUpdate introduce() {
    return new ItemUpdate()
        .set(ITEM_ID, text(itemId))
        .set(ITEM_NAME, text(itemName))
        .set(NAMED, text(named))
        .set(Table.INDEX_PK, text(Keys.CATALOGUE))
        .set(Table.INDEX_SK, text(Keys.searchable(itemName, itemId)))
        .onlyIf("attribute_not_exists(#pk) OR #named < :named", Map.of());
  }
}
