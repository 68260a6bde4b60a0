package inventory.model.movement.dynamodb;

import static inventory.model.movement.dynamodb.Attributes.number;
import static inventory.model.movement.dynamodb.Attributes.text;

import inventory.model.StockKey;
import inventory.model.movement.StockLevel;
import inventory.model.table.Keys;
import inventory.model.table.Table;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A level as it stands in the table.
 *
 * @param level what it says
 * @param revision how many movements made it: the condition of the next write
 */
public record LevelItem(StockLevel level, BigInteger revision) {

  /** The attributes of {@link #attributes} that a level need not have. */
  public static final List<String> OPTIONAL =
      List.of(Table.Level.COUNTED, Table.Level.NAMED, Table.Level.LISTED, Table.Level.REMOVED);

  /** The key of a level. */
  public static Map<String, AttributeValue> key(StockKey key) {
    return Map.of(
        Table.PK, text(Keys.item(key.itemId())), Table.SK, text(Keys.level(key.warehouse())));
  }

  /** The level of an item of the table. */
  public static LevelItem of(Map<String, AttributeValue> item) {
    String latest = text(item, Table.Level.LATEST).orElseThrow();
    StockLevel level =
        new StockLevel(
            number(item, Table.Level.STOCK_LEVEL).orElseThrow(),
            text(item, Table.Level.COUNTED),
            latest,
            text(item, Table.Level.ITEM_NAME).orElseThrow(),
            text(item, Table.Level.NAMED).orElse(latest),
            text(item, Table.Level.LISTED),
            item.containsKey(Table.Level.REMOVED));
    return new LevelItem(level, number(item, Table.Level.REVISION).orElseThrow());
  }

  /** What a level says, as attributes; those of {@link #OPTIONAL} that it lacks must not stay. */
  public static Map<String, AttributeValue> attributes(StockLevel level) {
    Map<String, AttributeValue> attributes = new HashMap<>();
    attributes.put(Table.Level.STOCK_LEVEL, number(level.units()));
    attributes.put(Table.Level.LATEST, text(level.latest()));
    attributes.put(Table.Level.ITEM_NAME, text(level.itemName()));
    level.counted().ifPresent(at -> attributes.put(Table.Level.COUNTED, text(at)));
    if (!level.named().equals(level.latest())) {
      attributes.put(Table.Level.NAMED, text(level.named()));
    }
    level.listed().ifPresent(at -> attributes.put(Table.Level.LISTED, text(at)));
    if (level.removed()) {
      attributes.put(Table.Level.REMOVED, AttributeValue.fromBool(true));
    }
    return attributes;
  }
}
