package inventory.reporting.dynamodb;

import inventory.model.table.LevelItem;
import inventory.model.table.ThresholdItem;
import inventory.reporting.domain.items.ItemRecords;
import inventory.reporting.domain.items.Level;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/** Reads an item's levels and thresholds with one strongly consistent query. */
public final class DynamoDbItemRecords implements ItemRecords {

  private final DynamoDbClient dynamo;
  private final String table;
  private final long otherwise;

  /**
   * Reads the table with this name.
   *
   * @param otherwise the threshold in units of items without one on record
   */
  public DynamoDbItemRecords(DynamoDbClient dynamo, String table, long otherwise) {
    this.dynamo = dynamo;
    this.table = table;
    this.otherwise = otherwise;
  }

  @Override
  public ItemRecord of(String itemId) {
    QueryRequest query = ItemPartition.levelsToThresholds(table, itemId);
    List<Map<String, AttributeValue>> records =
        dynamo.queryPaginator(query).items().stream().toList();
    List<Level> levels =
        records.stream().filter(LevelItem::isOne).map(DynamoDbStockReports::level).toList();
    return new ItemRecord(
        levels,
        DynamoDbThresholds.thresholds(records.stream().filter(ThresholdItem::isOne), otherwise));
  }
}
