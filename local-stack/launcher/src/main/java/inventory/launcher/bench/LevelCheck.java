package inventory.launcher.bench;

import inventory.model.StockKey;
import inventory.model.table.Keys;
import inventory.model.table.Table;
import inventory.stack.LaunchException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;

/** Reads levels with strong consistency and holds them to what the files add up to. */
final class LevelCheck {

  private static final int BATCH = 100;

  private final DynamoDbClient dynamoDb;
  private final String table;

  LevelCheck(DynamoDbClient dynamoDb, String table) {
    this.dynamoDb = dynamoDb;
    this.table = table;
  }

  /**
   * Checks levels.
   *
   * @throws LaunchException naming a level that is missing or wrong
   */
  void check(Map<StockKey, Long> expected) {
    List<StockKey> keys = new ArrayList<>(expected.keySet());
    for (int i = 0; i < keys.size(); i += BATCH) {
      List<StockKey> batch = keys.subList(i, Math.min(keys.size(), i + BATCH));
      Map<StockKey, String> levels = read(batch, Table.Level.STOCK_LEVEL);
      for (StockKey key : batch) {
        String wanted = String.valueOf(expected.get(key));
        if (!wanted.equals(levels.get(key))) {
          throw new LaunchException(
              "the level of %s is %s, but the files add up to %s: no result"
                  .formatted(key, levels.get(key), wanted));
        }
      }
    }
  }

  /** How many movements made the levels of these items, all together. */
  long revisions(Collection<StockKey> items) {
    List<StockKey> keys = List.copyOf(items);
    long sum = 0;
    for (int i = 0; i < keys.size(); i += BATCH) {
      List<StockKey> batch = keys.subList(i, Math.min(keys.size(), i + BATCH));
      sum += read(batch, Table.Level.REVISION).values().stream().mapToLong(Long::parseLong).sum();
    }
    return sum;
  }

  private Map<StockKey, String> read(List<StockKey> batch, String attribute) {
    Map<String, KeysAndAttributes> wanted =
        Map.of(
            table,
            KeysAndAttributes.builder()
                .consistentRead(true)
                .keys(batch.stream().map(LevelCheck::itemKey).toList())
                .build());
    Map<StockKey, String> levels = new HashMap<>();
    dynamoDb.batchGetItemPaginator(request -> request.requestItems(wanted)).stream()
        .flatMap(page -> page.responses().get(table).stream())
        .forEach(
            item ->
                levels.put(
                    new StockKey(
                        item.get(Table.Level.WAREHOUSE).s(), item.get(Table.Level.ITEM_ID).s()),
                    item.get(attribute).n()));
    return levels;
  }

  private static Map<String, AttributeValue> itemKey(StockKey key) {
    return Map.of(
        Table.PK, AttributeValue.fromS(Keys.item(key.itemId())),
        Table.SK, AttributeValue.fromS(Keys.level(key.warehouse())));
  }
}
