package inventory.reporting.dynamodb;

import inventory.model.AlertId;
import inventory.model.table.Keys;
import inventory.model.table.Table;
import inventory.reporting.domain.items.ThresholdRecords;
import inventory.reporting.domain.items.Thresholds;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/** Reads thresholds from the table; strongly consistent, except in the index. */
public final class DynamoDbThresholds implements ThresholdRecords {

  private static final List<String> THRESHOLD =
      List.of(Table.Threshold.ITEM_ID, Table.Threshold.WAREHOUSE, Table.Threshold.RESTOCK_IF_BELOW);

  private final DynamoDbClient dynamo;
  private final String table;
  private final long otherwise;

  /**
   * Reads the table of this name.
   *
   * @param otherwise the threshold of items without one on record, in units
   */
  public DynamoDbThresholds(DynamoDbClient dynamo, String table, long otherwise) {
    this.dynamo = dynamo;
    this.table = table;
    this.otherwise = otherwise;
  }

  @Override
  public Thresholds of(Collection<AlertId> scopes) {
    List<Map<String, AttributeValue>> keys =
        scopes.stream()
            .flatMap(scope -> Stream.of(scope, AlertId.ofTotal(scope.itemId())))
            .distinct()
            .map(scope -> ItemPartition.key(scope.itemId(), Keys.threshold(scope.warehouse())))
            .toList();
    return thresholds(new BatchRead(dynamo, table).read(keys, THRESHOLD).stream(), otherwise);
  }

  @Override
  public Optional<Thresholds> all(int most) {
    QueryRequest query = IndexedList.query(table, Keys.THRESHOLDS).limit(most + 1).build();
    List<Map<String, AttributeValue>> records =
        dynamo.queryPaginator(query).items().stream().limit(most + 1L).toList();
    return records.size() > most
        ? Optional.empty()
        : Optional.of(thresholds(records.stream(), otherwise));
  }

  static Thresholds thresholds(Stream<Map<String, AttributeValue>> records, long otherwise) {
    return new Thresholds(
        records
            .map(Attributes::new)
            .collect(
                Collectors.toUnmodifiableMap(
                    item ->
                        new AlertId(
                            item.text(Table.Threshold.ITEM_ID),
                            item.optionalText(Table.Threshold.WAREHOUSE)),
                    item -> item.whole(Table.Threshold.RESTOCK_IF_BELOW).longValueExact())),
        otherwise);
  }
}
