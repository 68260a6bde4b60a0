package inventory.alert.dynamodb;

import inventory.alert.domain.Alerts;
import inventory.alert.domain.Transition;
import inventory.alert.outbox.Trigger;
import inventory.model.AlertId;
import inventory.model.AlertRecord;
import inventory.model.Position;
import inventory.model.table.AlertItem;
import inventory.model.table.Batches;
import inventory.model.table.Keys;
import inventory.model.table.SnoozeItem;
import inventory.model.table.Table;
import inventory.model.table.Values;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** Alerts in the table. A transition and its event are written in one transaction. */
public final class DynamoDbAlerts implements Alerts {

  private static final int MAX_SNOOZES = 1_000;

  /** Reasons for which a cancelled transaction may succeed after the records are read again. */
  private static final Set<String> COLLISIONS =
      Set.of(
          "None",
          "ConditionalCheckFailed",
          "TransactionConflict",
          "ThrottlingError",
          "ProvisionedThroughputExceeded");

  private final DynamoDbClient dynamoDb;
  private final String table;
  private final Batches batches;
  private final DynamoDbEventFeed events;

  /**
   * Stores them in a table.
   *
   * @param events gets the events of each transition, in the same transaction
   */
  public DynamoDbAlerts(
      DynamoDbClient dynamoDb, String table, Batches batches, DynamoDbEventFeed events) {
    this.dynamoDb = dynamoDb;
    this.table = table;
    this.batches = batches;
    this.events = events;
  }

  @Override
  public Map<AlertId, AlertRecord> read(Collection<AlertId> alerts) {
    Map<AlertId, AlertRecord> records = new HashMap<>();
    Set<Map<String, AttributeValue>> keys = new HashSet<>();
    for (AlertId alert : alerts) {
      records.put(alert, AlertRecord.NONE);
      keys.add(AlertItem.key(alert));
    }
    batches.read(keys).stream()
        .map(AlertItem::of)
        .forEach(item -> records.put(item.alert(), item.record()));
    return records;
  }

  @Override
  public boolean write(Collection<Transition> transitions, Trigger trigger) {
    List<TransactWriteItem> actions = new ArrayList<>();
    transitions.forEach(transition -> actions.addAll(actions(transition, trigger)));
    events.put(transitions, trigger.at()).ifPresent(actions::add);
    return transact(actions);
  }

  @Override
  public List<Snooze> endedSnoozes(Instant now) {
    return dynamoDb
        .queryPaginator(
            q ->
                q.tableName(table)
                    .indexName(Table.INDEX)
                    .keyConditionExpression(
                        Table.INDEX_PK + " = :pk AND " + Table.INDEX_SK + " < :now")
                    .expressionAttributeValues(
                        Map.of(
                            ":pk", Values.text(Keys.SNOOZES),
                            ":now", Values.text(Position.time(now)))))
        .items()
        .stream()
        .limit(MAX_SNOOZES)
        .map(SnoozeItem::of)
        .map(item -> new Snooze(item.alert(), item.until()))
        .toList();
  }

  @Override
  public boolean endSnooze(Snooze snooze, Optional<Transition> transition, Trigger trigger) {
    List<TransactWriteItem> actions = new ArrayList<>();
    actions.add(deletion(snooze));
    transition.ifPresent(one -> actions.addAll(actions(one, trigger)));
    events.put(transition.stream().toList(), trigger.at()).ifPresent(actions::add);
    return transact(actions);
  }

  private TransactWriteItem deletion(Snooze snooze) {
    return TransactWriteItem.builder()
        .delete(
            d ->
                d.tableName(table)
                    .key(SnoozeItem.key(snooze.alert()))
                    .conditionExpression(SnoozeItem.ENDS)
                    .expressionAttributeValues(
                        Map.of(":until", Values.text(snooze.until().toString()))))
        .build();
  }

  private List<TransactWriteItem> actions(Transition transition, Trigger trigger) {
    List<TransactWriteItem> actions = new ArrayList<>();
    actions.add(change(transition));
    actions.addAll(OutboxWrites.puts(table, transition, trigger));
    return actions;
  }

  private TransactWriteItem change(Transition transition) {
    AlertItem item =
        new AlertItem(
            transition.status().alert(),
            transition.status().itemName(),
            transition.status().level(),
            transition.status().threshold(),
            transition.after());
    Put put = item.put(table, transition.before().revision());
    return TransactWriteItem.builder().put(put).build();
  }

  private boolean transact(List<TransactWriteItem> actions) {
    try {
      dynamoDb.transactWriteItems(t -> t.transactItems(actions));
      return true;
    } catch (TransactionCanceledException e) {
      if (e.cancellationReasons().stream().allMatch(r -> COLLISIONS.contains(r.code()))) {
        return false;
      }
      throw e;
    }
  }
}
