package inventory.alert.dynamodb;

import static inventory.alert.dynamodb.Attributes.alertKey;
import static inventory.alert.dynamodb.Attributes.key;
import static inventory.alert.dynamodb.Attributes.number;
import static inventory.alert.dynamodb.Attributes.text;

import inventory.alert.domain.AlertRecord;
import inventory.alert.domain.Alerts;
import inventory.alert.domain.Transition;
import inventory.alert.outbox.Trigger;
import inventory.model.AlertId;
import inventory.model.Position;
import inventory.model.table.Keys;
import inventory.model.table.Table;
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
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** Alerts in the table: a change and the notification of it are one transaction. */
public final class DynamoDbAlerts implements Alerts {

  private static final int MAX_SNOOZES = 1_000;

  /** Why a transaction is cancelled that may succeed when what it is about is read anew. */
  private static final Set<String> COLLISIONS =
      Set.of(
          "None",
          "ConditionalCheckFailed",
          "TransactionConflict",
          "ThrottlingError",
          "ProvisionedThroughputExceeded");

  private final DynamoDbClient dynamoDb;
  private final String table;
  private final BatchReads batches;

  /** Keeps them in a table. */
  public DynamoDbAlerts(DynamoDbClient dynamoDb, String table, BatchReads batches) {
    this.dynamoDb = dynamoDb;
    this.table = table;
    this.batches = batches;
  }

  @Override
  public Map<AlertId, AlertRecord> read(Collection<AlertId> alerts) {
    Map<AlertId, AlertRecord> records = new HashMap<>();
    Set<Map<String, AttributeValue>> keys = new HashSet<>();
    for (AlertId alert : alerts) {
      records.put(alert, AlertRecord.NONE);
      keys.add(alertKey(alert));
    }
    batches
        .read(keys)
        .forEach(item -> records.put(Attributes.alert(item), AlertItems.record(item)));
    return records;
  }

  @Override
  public boolean write(Collection<Transition> transitions, Trigger trigger) {
    List<TransactWriteItem> actions = new ArrayList<>();
    transitions.forEach(transition -> actions.addAll(actions(transition, trigger)));
    return transact(actions);
  }

  @Override
  public List<Snooze> endedSnoozes(Instant now) {
    return dynamoDb
        .queryPaginator(
            q ->
                q.tableName(table)
                    .indexName(Table.INDEX)
                    .keyConditionExpression("#pk = :pk AND #sk < :now")
                    .expressionAttributeNames(Map.of("#pk", Table.INDEX_PK, "#sk", Table.INDEX_SK))
                    .expressionAttributeValues(
                        Map.of(":pk", text(Keys.SNOOZES), ":now", text(Position.time(now)))))
        .items()
        .stream()
        .limit(MAX_SNOOZES)
        .map(
            item ->
                new Snooze(
                    Attributes.alert(item), Instant.parse(item.get(Table.Alert.SNOOZED_UNTIL).s())))
        .toList();
  }

  @Override
  public boolean endSnooze(Snooze snooze, Optional<Transition> transition, Trigger trigger) {
    List<TransactWriteItem> actions = new ArrayList<>();
    actions.add(deletion(snooze));
    transition.ifPresent(one -> actions.addAll(actions(one, trigger)));
    return transact(actions);
  }

  private TransactWriteItem deletion(Snooze snooze) {
    AlertId alert = snooze.alert();
    return TransactWriteItem.builder()
        .delete(
            d ->
                d.tableName(table)
                    .key(key(Keys.item(alert.itemId()), Keys.snooze(alert)))
                    .conditionExpression("#until = :until")
                    .expressionAttributeNames(Map.of("#until", Table.Alert.SNOOZED_UNTIL))
                    .expressionAttributeValues(Map.of(":until", text(snooze.until().toString()))))
        .build();
  }

  private List<TransactWriteItem> actions(Transition transition, Trigger trigger) {
    List<TransactWriteItem> actions = new ArrayList<>();
    actions.add(change(transition));
    if (transition.notifies()) {
      actions.add(OutboxItems.put(table, transition, trigger));
    }
    return actions;
  }

  private TransactWriteItem change(Transition transition) {
    long revision = transition.before().revision();
    return TransactWriteItem.builder()
        .put(
            p -> {
              p.tableName(table)
                  .item(AlertItems.item(transition))
                  .expressionAttributeNames(Map.of("#revision", Table.Alert.REVISION));
              if (revision == 0) {
                p.conditionExpression("attribute_not_exists(#revision)");
              } else {
                p.conditionExpression("#revision = :revision")
                    .expressionAttributeValues(Map.of(":revision", number(revision)));
              }
            })
        .build();
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
