package inventory.alert.dynamodb;

import inventory.alert.domain.Hint;
import inventory.alert.domain.StockStatus;
import inventory.alert.domain.StockStatuses;
import inventory.model.AlertId;
import inventory.model.StockKey;
import inventory.model.table.Batches;
import inventory.model.table.LevelItem;
import inventory.model.table.ThresholdItem;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The status of each item in each warehouse by itself. */
public final class WarehouseStatuses implements StockStatuses {

  private final Batches batches;
  private final ItemReads items;
  private final long defaultThreshold;

  /**
   * Reads a table.
   *
   * @param defaultThreshold the threshold of items that have none, in units
   */
  public WarehouseStatuses(
      DynamoDbClient dynamoDb, String table, Batches batches, long defaultThreshold) {
    this.batches = batches;
    this.items = new ItemReads(dynamoDb, table);
    this.defaultThreshold = defaultThreshold;
  }

  @Override
  public List<StockStatus> read(Collection<Hint> hints) {
    StockFacts facts = new StockFacts(defaultThreshold);
    Set<Map<String, AttributeValue>> keys = new HashSet<>();
    for (Hint hint : hints) {
      if (hint.warehouse().isEmpty()) {
        items.thresholds(hint.itemId()).forEach(facts::add);
        items.levelKeys(hint.itemId()).forEach(keys::add);
      } else {
        addKeys(keys, hint.itemId(), hint.warehouse().get());
      }
    }
    batches.read(keys).forEach(facts::add);
    return facts.byWarehouse(hints);
  }

  private static void addKeys(
      Set<Map<String, AttributeValue>> keys, String itemId, String warehouse) {
    StockKey key = new StockKey(warehouse, itemId);
    keys.add(LevelItem.key(key));
    keys.add(ThresholdItem.key(AlertId.of(key)));
    keys.add(ThresholdItem.key(AlertId.ofTotal(itemId)));
  }
}
