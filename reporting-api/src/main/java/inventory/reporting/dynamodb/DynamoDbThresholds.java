package inventory.reporting.dynamodb;

import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import inventory.model.AlertId;
import inventory.model.Thresholds;
import inventory.model.table.Keys;
import inventory.model.table.ThresholdItem;
import inventory.reporting.domain.items.ThresholdRecords;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/** Reads thresholds, strongly consistent except in the index. */
public final class DynamoDbThresholds implements ThresholdRecords {

  private final DynamoDbClient dynamo;
  private final String table;
  private final long otherwise;

  /**
   * Reads the table with this name.
   *
   * @param otherwise the threshold in units of items without one on record
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
            .map(ThresholdItem::key)
            .toList();
    return thresholds(
        new BatchRead(dynamo, table).read(keys, ThresholdItem.PROJECTION).stream(), otherwise);
  }

  @Override
  public Optional<Thresholds> all(int max) {
    QueryRequest query = IndexedList.query(table, Keys.THRESHOLDS).limit(max + 1).build();
    List<Map<String, AttributeValue>> records =
        dynamo.queryPaginator(query).items().stream().limit(max + 1L).toList();
    return records.size() > max
        ? Optional.empty()
        : Optional.of(thresholds(records.stream(), otherwise));
  }

  /**
   * Reads the statements about an item's thresholds, strongly consistent.
   *
   * @param others the values of a filter
   */
  static QueryRequest.Builder ofItem(
      String table, String itemId, Map<String, AttributeValue> others) {
    Map<String, AttributeValue> values = new HashMap<>(others);
    values.put(":pk", fromS(Keys.item(itemId)));
    values.put(":threshold", fromS(Keys.THRESHOLD_PREFIX));
    return QueryRequest.builder()
        .tableName(table)
        .consistentRead(true)
        .keyConditionExpression("pk = :pk AND begins_with(sk, :threshold)")
        .expressionAttributeValues(values);
  }

  static Thresholds thresholds(Stream<Map<String, AttributeValue>> items, long otherwise) {
    return new Thresholds(
        items
            .filter(ThresholdItem::isOne)
            .map(ThresholdItem::of)
            .collect(
                Collectors.toUnmodifiableMap(
                    ThresholdItem::scope, threshold -> threshold.rule().orElseThrow())),
        otherwise);
  }
}
