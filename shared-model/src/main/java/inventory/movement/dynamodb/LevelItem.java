package inventory.movement.dynamodb;

import static inventory.movement.dynamodb.Attributes.number;
import static inventory.movement.dynamodb.Attributes.text;

import inventory.model.StockKey;
import inventory.model.table.Keys;
import inventory.model.table.Table;
import inventory.movement.StockLevel;
import java.math.BigInteger;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A level as it stands in the table.
 *
 * @param level what it says
 * @param revision how many movements made it: the condition of the next write
 */
public record LevelItem(StockLevel level, BigInteger revision) {

  /** The key of a level. */
  public static Map<String, AttributeValue> key(StockKey key) {
    return Map.of(
        Table.PK, text(Keys.item(key.itemId())), Table.SK, text(Keys.level(key.warehouse())));
  }

  /** The level of an item of the table. */
  public static LevelItem of(Map<String, AttributeValue> item) {
    StockLevel level =
        new StockLevel(
            number(item, Table.Level.STOCK_LEVEL).orElseThrow(),
            text(item, Table.Level.COUNTED),
            text(item, Table.Level.LATEST).orElseThrow(),
            text(item, Table.Level.ITEM_NAME).orElseThrow());
    return new LevelItem(level, number(item, Table.Level.REVISION).orElseThrow());
  }
}
