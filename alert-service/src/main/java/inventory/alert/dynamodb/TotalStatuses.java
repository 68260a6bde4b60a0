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

/**
 * The status of each item over all warehouses, with the item's threshold. An item costs a query of
 * the index, and one read for each warehouse that has it.
 */
public final class TotalStatuses implements StockStatuses {

  private final Batches batches;
  private final ItemReads items;
  private final long defaultThreshold;

  /**
   * Reads a table.
   *
   * @param defaultThreshold the threshold of items that have none, in units
   */
  public TotalStatuses(
      DynamoDbClient dynamoDb, String table, Batches batches, long defaultThreshold) {
    this.batches = batches;
    this.items = new ItemReads(dynamoDb, table);
    this.defaultThreshold = defaultThreshold;
  }

  /**
   * {@inheritDoc}
   *
   * <p>The index may not list a new level yet. Its hint names it, so it is read all the same.
   */
  @Override
  public List<StockStatus> read(Collection<Hint> hints) {
    Set<Map<String, AttributeValue>> keys = new HashSet<>();
    for (Hint hint : hints) {
      hint.warehouse()
          .ifPresent(name -> keys.add(LevelItem.key(new StockKey(name, hint.itemId()))));
    }
    hints.stream().map(Hint::itemId).distinct().forEach(itemId -> addKeys(keys, itemId));
    StockFacts facts = new StockFacts(defaultThreshold);
    batches.read(keys).forEach(facts::add);
    return facts.byItem(hints);
  }

  private void addKeys(Set<Map<String, AttributeValue>> keys, String itemId) {
    items.levelKeys(itemId).forEach(keys::add);
    keys.add(ThresholdItem.key(AlertId.ofTotal(itemId)));
  }
}
