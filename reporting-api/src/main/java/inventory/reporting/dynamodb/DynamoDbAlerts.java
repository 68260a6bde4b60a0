package inventory.reporting.dynamodb;

import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import inventory.model.AlertId;
import inventory.model.StockState;
import inventory.model.table.Keys;
import inventory.model.table.Table;
import inventory.reporting.domain.Page;
import inventory.reporting.domain.alerts.Alert;
import inventory.reporting.domain.alerts.AlertCounts;
import inventory.reporting.domain.alerts.AlertCounts.LowAndOut;
import inventory.reporting.domain.alerts.AlertRecords;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;

/**
 * Reads alerts from the table, strongly consistent except in the index. Each write has the revision
 * that was read as its condition and raises it, as alert-service's writes do: neither undoes what
 * the other has done.
 */
public final class DynamoDbAlerts implements AlertRecords {

  /** Why a transaction is cancelled that may succeed when the alert is read anew. */
  private static final Set<String> COLLISIONS =
      Set.of(
          "None",
          "ConditionalCheckFailed",
          "TransactionConflict",
          "ThrottlingError",
          "ProvisionedThroughputExceeded");

  private final DynamoDbClient dynamo;
  private final String table;

  /** Reads and writes the table of this name. */
  public DynamoDbAlerts(DynamoDbClient dynamo, String table) {
    this.dynamo = dynamo;
    this.table = table;
  }

  @Override
  public Page<Alert, PagePosition> open(Filter filter, int limit, Optional<PagePosition> after) {
    Map<String, AttributeValue> values = new HashMap<>();
    filter.state().ifPresent(state -> values.put(":state", fromS(Keys.openAlerts(state))));
    filter.warehouse().ifPresent(name -> values.put(":warehouse", fromS(name)));
    QueryRequest.Builder query =
        IndexedList.query(table, Keys.OPEN_ALERTS)
            .scanIndexForward(false)
            .keyConditionExpression(
                IndexedList.condition()
                    + (filter.state().isPresent() ? " and begins_with(gsi1sk, :state)" : ""))
            .expressionAttributeValues(IndexedList.values(Keys.OPEN_ALERTS, values));
    filter.warehouse().ifPresent(name -> query.filterExpression("warehouse = :warehouse"));
    after.ifPresent(position -> query.exclusiveStartKey(indexKey(position)));
    return new PagedQuery(dynamo)
        .page(query.build(), limit, DynamoDbAlerts::alert, PagePosition::of);
  }

  private static Map<String, AttributeValue> indexKey(PagePosition position) {
    Map<String, AttributeValue> key = new HashMap<>(key(position.id()));
    key.put(Table.INDEX_PK, fromS(Keys.OPEN_ALERTS));
    key.put(
        Table.INDEX_SK, fromS(Keys.openAlert(position.state(), position.since(), position.id())));
    return key;
  }

  @Override
  public AlertCounts count() {
    QueryRequest query =
        IndexedList.query(table, Keys.OPEN_ALERTS)
            .projectionExpression("#state, " + Table.Alert.WAREHOUSE)
            .expressionAttributeNames(Map.of("#state", Table.Alert.STATE))
            .build();
    LowAndOut all = LowAndOut.NONE;
    Map<String, LowAndOut> byWarehouse = new HashMap<>();
    for (Map<String, AttributeValue> record : dynamo.queryPaginator(query).items()) {
      Attributes item = new Attributes(record);
      boolean isOut = StockState.valueOf(item.text(Table.Alert.STATE)) == StockState.OUT;
      LowAndOut one = new LowAndOut(isOut ? 0 : 1, isOut ? 1 : 0);
      all = all.plus(one);
      item.optionalText(Table.Alert.WAREHOUSE)
          .ifPresent(name -> byWarehouse.merge(name, one, LowAndOut::plus));
    }
    return new AlertCounts(all, byWarehouse);
  }

  @Override
  public Optional<Alert> find(AlertId id) {
    Map<String, AttributeValue> item =
        dynamo.getItem(get -> get.tableName(table).key(key(id)).consistentRead(true)).item();
    // While stock is at or above its threshold the record stays, without a place in the index.
    return item.containsKey(Table.INDEX_PK)
        ? Optional.of(alert(new Attributes(item)))
        : Optional.empty();
  }

  @Override
  public boolean acknowledge(Alert alert) {
    try {
      dynamo.updateItem(AlertUpdates.acknowledgement(table, alert));
      return true;
    } catch (ConditionalCheckFailedException | TransactionConflictException e) {
      // An outcome of the port, not a failure: alert-service was there in between.
      return false;
    }
  }

  @Override
  public boolean snooze(Alert alert) {
    try {
      dynamo.transactWriteItems(AlertUpdates.snooze(table, alert));
      return true;
    } catch (TransactionCanceledException e) {
      if (e.cancellationReasons().stream().allMatch(why -> COLLISIONS.contains(why.code()))) {
        return false;
      }
      throw e;
    }
  }

  private static Map<String, AttributeValue> key(AlertId id) {
    return ItemPartition.key(id.itemId(), Keys.alert(id));
  }

  private static Alert alert(Attributes item) {
    return new Alert(
        new AlertId(item.text(Table.Alert.ITEM_ID), item.optionalText(Table.Alert.WAREHOUSE)),
        item.text(Table.Alert.ITEM_NAME),
        StockState.valueOf(item.text(Table.Alert.STATE)),
        item.instant(Table.Alert.SINCE),
        item.optionalInstant(Table.Alert.ACKNOWLEDGED_AT),
        item.optionalInstant(Table.Alert.SNOOZED_UNTIL),
        item.whole(Table.Alert.REVISION).longValueExact());
  }
}
