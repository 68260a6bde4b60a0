package inventory.reporting.dynamodb;

import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import inventory.model.table.Keys;
import inventory.model.table.Table;
import inventory.reporting.domain.ItemRecords;
import inventory.reporting.domain.Level;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/** Reads an item's levels and thresholds by one query, strongly consistent. */
public final class DynamoItemRecords implements ItemRecords {

  private static final String THRESHOLD_PREFIX = Keys.threshold(Optional.empty());

  // All that begins with THRESHOLD sorts before it; between the two are the ends of snoozes, a few.
  private static final String BEHIND_THRESHOLDS = THRESHOLD_PREFIX + "$";

  private final DynamoDbClient dynamo;
  private final String table;
  private final long otherwise;

  /**
   * Reads the table of this name.
   *
   * @param otherwise the threshold of items without one on record, in units
   */
  public DynamoItemRecords(DynamoDbClient dynamo, String table, long otherwise) {
    this.dynamo = dynamo;
    this.table = table;
    this.otherwise = otherwise;
  }

  @Override
  public ItemRecord of(String itemId) {
    QueryRequest query =
        QueryRequest.builder()
            .tableName(table)
            .consistentRead(true)
            .keyConditionExpression("pk = :pk and sk between :levels and :end")
            .expressionAttributeValues(
                Map.of(
                    ":pk", fromS(Keys.item(itemId)),
                    ":levels", fromS(Keys.LEVEL_PREFIX),
                    ":end", fromS(BEHIND_THRESHOLDS)))
            .build();
    List<Map<String, AttributeValue>> records =
        dynamo.queryPaginator(query).items().stream().toList();
    List<Level> levels =
        ofKind(records, Keys.LEVEL_PREFIX).stream()
            .map(item -> DynamoStockReports.level(new Attributes(item)))
            .toList();
    return new ItemRecord(
        levels, DynamoThresholds.thresholds(ofKind(records, THRESHOLD_PREFIX).stream(), otherwise));
  }

  private static List<Map<String, AttributeValue>> ofKind(
      List<Map<String, AttributeValue>> records, String beginning) {
    return records.stream().filter(item -> item.get(Table.SK).s().startsWith(beginning)).toList();
  }
}
