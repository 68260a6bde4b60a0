package inventory.ingest.dynamodb;

import static inventory.ingest.dynamodb.Attributes.number;
import static inventory.ingest.dynamodb.Attributes.text;

import inventory.ingest.domain.StockLevel;
import inventory.model.table.Table;
import java.math.BigInteger;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A level as it stands in the table.
 *
 * @param level what it says
 * @param revision how many movements made it: the condition of the next write
 */
record LevelItem(StockLevel level, BigInteger revision) {

  static LevelItem of(Map<String, AttributeValue> item) {
    StockLevel level =
        new StockLevel(
            number(item, Table.Level.STOCK_LEVEL).orElseThrow(),
            text(item, Table.Level.COUNTED),
            text(item, Table.Level.LATEST).orElseThrow(),
            text(item, Table.Level.ITEM_NAME).orElseThrow());
    return new LevelItem(level, number(item, Table.Level.REVISION).orElseThrow());
  }
}
