package inventory.alert.dynamodb;

import inventory.alert.domain.Hint;
import inventory.alert.domain.StockStatus;
import inventory.alert.domain.StockStatuses;
import java.util.Collection;
import java.util.List;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The status of each item over all warehouses, with the item's threshold. */
public final class TotalStatuses implements StockStatuses {

  private final ItemReads items;
  private final long defaultThreshold;

  /**
   * Reads a table.
   *
   * @param defaultThreshold the threshold of items that have none, in units
   */
  public TotalStatuses(DynamoDbClient dynamoDb, String table, long defaultThreshold) {
    this.items = new ItemReads(dynamoDb, table);
    this.defaultThreshold = defaultThreshold;
  }

  @Override
  public List<StockStatus> read(Collection<Hint> hints) {
    StockFacts facts = new StockFacts(defaultThreshold);
    hints.stream().map(Hint::itemId).distinct().flatMap(items::read).forEach(facts::add);
    return facts.byItem();
  }
}
