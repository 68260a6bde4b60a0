package inventory.reporting.dynamodb;

import inventory.reporting.domain.items.ItemRecords;
import inventory.reporting.domain.items.StockReports;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/** Reads an item's thresholds with one strongly consistent query, and its levels. */
public final class DynamoDbItemRecords implements ItemRecords {

  private final StockReports stock;
  private final DynamoDbClient dynamo;
  private final String table;
  private final long otherwise;

  /**
   * Reads the table with this name.
   *
   * @param stock reads the levels
   * @param otherwise the threshold in units of items without one on record
   */
  public DynamoDbItemRecords(
      StockReports stock, DynamoDbClient dynamo, String table, long otherwise) {
    this.stock = stock;
    this.dynamo = dynamo;
    this.table = table;
    this.otherwise = otherwise;
  }

  @Override
  public ItemRecord of(String itemId) {
    QueryRequest thresholds = DynamoDbThresholds.ofItem(table, itemId, Map.of()).build();
    return new ItemRecord(
        stock.levelsOf(itemId),
        DynamoDbThresholds.thresholds(
            dynamo.queryPaginator(thresholds).items().stream(), otherwise));
  }
}
