package inventory.reporting.dynamodb;

import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import inventory.model.AlertId;
import inventory.model.ThresholdVersion;
import inventory.model.audit.dynamodb.AuditedWrite;
import inventory.model.table.Keys;
import inventory.model.table.ThresholdItem;
import inventory.reporting.domain.Page;
import inventory.reporting.domain.thresholds.ThresholdStore;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * Thresholds in the table. A page of one item's is a query of its partition; any other is a query
 * of the index, with a filter for a warehouse, which may read all thresholds.
 */
public final class DynamoDbThresholdStore implements ThresholdStore {

  private static final String HAS_WAREHOUSE = ThresholdItem.WAREHOUSE + " = :warehouse";

  private final DynamoDbClient dynamo;
  private final String table;

  /** Uses the table with this name. */
  public DynamoDbThresholdStore(DynamoDbClient dynamo, String table) {
    this.dynamo = dynamo;
    this.table = table;
  }

  @Override
  public Page<ThresholdItem, AlertId> page(Filter filter, int limit, Optional<AlertId> after) {
    Map<String, AttributeValue> values = new HashMap<>();
    filter.warehouse().ifPresent(name -> values.put(":warehouse", fromS(name)));
    QueryRequest.Builder query =
        filter.itemId().map(id -> ofItem(id, values)).orElseGet(() -> ofAll(values));
    after.ifPresent(
        scope ->
            query.exclusiveStartKey(
                filter.itemId().isPresent()
                    ? ThresholdItem.key(scope)
                    : ThresholdItem.indexKey(scope)));
    return new PagedQuery(dynamo)
        .page(query.build(), limit, ThresholdItem::of, ThresholdItem::scope);
  }

  private QueryRequest.Builder ofItem(String itemId, Map<String, AttributeValue> values) {
    String isSet = "attribute_exists(" + ThresholdItem.RESTOCK_IF_BELOW + ")";
    return DynamoDbThresholds.ofItem(table, itemId, values)
        .filterExpression(values.isEmpty() ? isSet : isSet + " AND " + HAS_WAREHOUSE);
  }

  private QueryRequest.Builder ofAll(Map<String, AttributeValue> values) {
    QueryRequest.Builder query =
        IndexedList.query(table, Keys.THRESHOLDS)
            .expressionAttributeValues(IndexedList.values(Keys.THRESHOLDS, values));
    return values.isEmpty() ? query : query.filterExpression(HAS_WAREHOUSE);
  }

  @Override
  public Optional<ThresholdItem> find(AlertId scope) {
    return SingleRead.find(dynamo, table, ThresholdItem.key(scope)).map(ThresholdItem::of);
  }

  @Override
  public Optional<ThresholdItem> write(Optional<ThresholdVersion> before, Statement statement) {
    Map<String, AttributeValue> item =
        ThresholdItem.ofPerson(
            statement.scope(), statement.rule(), statement.version(), statement.decision());
    Put.Builder put = Put.builder().tableName(table).item(item);
    before.ifPresentOrElse(
        version ->
            put.conditionExpression(ThresholdItem.IS_UNCHANGED)
                .expressionAttributeValues(Map.of(":setAt", fromS(version.text()))),
        () -> put.conditionExpression("attribute_not_exists(pk)"));
    TransactWriteItem action = TransactWriteItem.builder().put(put.build()).build();
    return AuditedWrite.attempt(dynamo, table, statement.audit(), action)
        ? Optional.of(ThresholdItem.of(item))
        : Optional.empty();
  }
}
