package inventory.reporting.dynamodb;

import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import inventory.model.AlertId;
import inventory.model.audit.AuditEntry;
import inventory.model.audit.dynamodb.AuditedWrite;
import inventory.model.table.AlertItem;
import inventory.model.table.Keys;
import inventory.model.table.SnoozeItem;
import inventory.reporting.domain.Page;
import inventory.reporting.domain.alerts.Alert;
import inventory.reporting.domain.alerts.AlertRecords;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * Reads and writes alerts, strongly consistent except in the index. Like alert-service's writes,
 * each write has the revision that was read as its condition and raises it, so neither service
 * overwrites a change of the other.
 */
public final class DynamoDbAlerts implements AlertRecords {

  private final DynamoDbClient dynamo;
  private final String table;

  /** Uses the table with this name. */
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
    filter
        .warehouse()
        .ifPresent(name -> query.filterExpression(AlertItem.WAREHOUSE + " = :warehouse"));
    after.ifPresent(
        alert ->
            query.exclusiveStartKey(AlertItem.indexKey(alert.id(), alert.state(), alert.since())));
    return new PagedQuery(dynamo)
        .page(query.build(), limit, item -> alert(item).orElseThrow(), PagePosition::of);
  }

  @Override
  public Optional<Alert> find(AlertId id) {
    return SingleRead.find(dynamo, table, AlertItem.key(id)).flatMap(DynamoDbAlerts::alert);
  }

  @Override
  public boolean write(Alert before, Alert after, AuditEntry entry) {
    TransactWriteItem alert =
        TransactWriteItem.builder().put(item(after).put(table, before.record().revision())).build();
    return after.snoozedUntil().equals(before.snoozedUntil())
        ? AuditedWrite.attempt(dynamo, table, entry, alert)
        : AuditedWrite.attempt(dynamo, table, entry, alert, end(after));
  }

  /** Puts the end of the alert's snooze, or removes it. */
  private TransactWriteItem end(Alert alert) {
    TransactWriteItem.Builder action = TransactWriteItem.builder();
    return alert
        .snoozedUntil()
        .map(
            until ->
                action.put(
                    put -> put.tableName(table).item(new SnoozeItem(alert.id(), until).toItem())))
        .orElseGet(() -> action.delete(one -> one.tableName(table).key(SnoozeItem.key(alert.id()))))
        .build();
  }

  private static AlertItem item(Alert alert) {
    return new AlertItem(
        alert.id(), alert.itemName(), alert.stockLevel(), alert.restockIfBelow(), alert.record());
  }

  /** The alert of an item; empty while stock is not below its threshold. */
  private static Optional<Alert> alert(Map<String, AttributeValue> item) {
    AlertItem alert = AlertItem.of(item);
    return alert.record().isOpen()
        ? Optional.of(
            new Alert(
                alert.alert(),
                alert.itemName(),
                alert.stockLevel(),
                alert.restockIfBelow(),
                alert.record()))
        : Optional.empty();
  }
}
