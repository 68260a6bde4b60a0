package inventory.alert.dynamodb;

import inventory.alert.domain.Hint;
import inventory.alert.domain.Situation;
import inventory.alert.domain.Situations;
import java.util.Collection;
import java.util.List;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The situation of each item over all warehouses, with the item's threshold. */
public final class TotalSituations implements Situations {

  private final ItemReads items;
  private final long defaultThreshold;

  /**
   * Reads a table.
   *
   * @param defaultThreshold in units, of items without one of their own
   */
  public TotalSituations(DynamoDbClient dynamoDb, String table, long defaultThreshold) {
    this.items = new ItemReads(dynamoDb, table);
    this.defaultThreshold = defaultThreshold;
  }

  @Override
  public List<Situation> read(Collection<Hint> hints) {
    Facts facts = new Facts(defaultThreshold);
    hints.stream().map(Hint::itemId).distinct().flatMap(items::read).forEach(facts::add);
    return facts.byItem();
  }
}
