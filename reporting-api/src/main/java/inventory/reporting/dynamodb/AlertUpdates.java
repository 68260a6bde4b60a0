package inventory.reporting.dynamodb;

import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromN;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import inventory.model.AlertId;
import inventory.model.Position;
import inventory.model.table.Keys;
import inventory.model.table.Table;
import inventory.reporting.domain.alerts.Alert;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.Update;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/** Words the writes of people's notes on alerts. */
final class AlertUpdates {

  // A record that is gone, or that another has written, has another revision or none.
  private static final String AS_READ = "#revision = :read";
  private static final String SET = "SET #note = :note ADD #revision :one";

  private AlertUpdates() {}

  static UpdateItemRequest acknowledgement(String table, Alert alert) {
    return UpdateItemRequest.builder()
        .tableName(table)
        .key(key(alert.id()))
        .conditionExpression(AS_READ)
        .updateExpression(SET)
        .expressionAttributeNames(names(Table.Alert.ACKNOWLEDGED_AT))
        .expressionAttributeValues(values(alert, alert.acknowledgedAt().orElseThrow()))
        .build();
  }

  static TransactWriteItemsRequest snooze(String table, Alert alert) {
    Instant until = alert.snoozedUntil().orElseThrow();
    Update update =
        Update.builder()
            .tableName(table)
            .key(key(alert.id()))
            .conditionExpression(AS_READ)
            .updateExpression(SET)
            .expressionAttributeNames(names(Table.Alert.SNOOZED_UNTIL))
            .expressionAttributeValues(values(alert, until))
            .build();
    Put end = Put.builder().tableName(table).item(endOfSnooze(alert.id(), until)).build();
    return TransactWriteItemsRequest.builder()
        .transactItems(
            TransactWriteItem.builder().update(update).build(),
            TransactWriteItem.builder().put(end).build())
        .build();
  }

  private static Map<String, AttributeValue> key(AlertId id) {
    return ItemPartition.key(id.itemId(), Keys.alert(id));
  }

  private static Map<String, String> names(String note) {
    return Map.of("#note", note, "#revision", Table.Alert.REVISION);
  }

  private static Map<String, AttributeValue> values(Alert alert, Instant note) {
    return Map.of(
        ":note", fromS(note.toString()),
        ":read", fromN(Long.toString(alert.revision())),
        ":one", fromN("1"));
  }

  private static Map<String, AttributeValue> endOfSnooze(AlertId id, Instant until) {
    Map<String, AttributeValue> item =
        new HashMap<>(ItemPartition.key(id.itemId(), Keys.snooze(id)));
    item.put(Table.INDEX_PK, fromS(Keys.SNOOZES));
    item.put(Table.INDEX_SK, fromS(Position.of(until, id.digest())));
    item.put(Table.Alert.ITEM_ID, fromS(id.itemId()));
    id.warehouse().ifPresent(name -> item.put(Table.Alert.WAREHOUSE, fromS(name)));
    item.put(Table.Alert.SNOOZED_UNTIL, fromS(until.toString()));
    return item;
  }
}
