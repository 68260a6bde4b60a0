package inventory.alert.dynamodb;

import static inventory.alert.dynamodb.Attributes.alertKey;
import static inventory.alert.dynamodb.Attributes.instant;
import static inventory.alert.dynamodb.Attributes.number;
import static inventory.alert.dynamodb.Attributes.text;

import inventory.alert.domain.AlertRecord;
import inventory.alert.domain.StockStatus;
import inventory.alert.domain.Transition;
import inventory.model.AlertId;
import inventory.model.StockState;
import inventory.model.table.Keys;
import inventory.model.table.Table;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Alerts as items of the table. */
final class AlertItems {

  private AlertItems() {}

  static AlertRecord record(Map<String, AttributeValue> item) {
    return new AlertRecord(
        StockState.valueOf(item.get(Table.Alert.STATE).s()),
        StockState.valueOf(item.get(Table.Alert.NOTICED).s()),
        instant(item, Table.Alert.SINCE),
        instant(item, Table.Alert.ACKNOWLEDGED_AT),
        instant(item, Table.Alert.SNOOZED_UNTIL),
        number(item, Table.Alert.NOTICES, 0),
        number(item, Table.Alert.REVISION, 0));
  }

  /** What is on record after a transition. */
  static Map<String, AttributeValue> item(Transition transition) {
    StockStatus status = transition.status();
    AlertRecord after = transition.after();
    Map<String, AttributeValue> item = new HashMap<>(alertKey(status.alert()));
    item.putAll(about(status.alert()));
    item.put(Table.Alert.ITEM_NAME, text(status.itemName()));
    item.put(Table.Alert.STATE, text(after.state().name()));
    item.put(Table.Alert.NOTICED, text(after.noticed().name()));
    item.put(Table.Alert.STOCK_LEVEL, number(status.level()));
    item.put(Table.Alert.RESTOCK_IF_BELOW, number(status.threshold()));
    item.put(Table.Alert.NOTICES, number(after.notifications()));
    item.put(Table.Alert.REVISION, number(after.revision()));
    after.since().ifPresent(since -> open(item, status.alert(), after.state(), since));
    after.acknowledgedAt().ifPresent(at -> put(item, Table.Alert.ACKNOWLEDGED_AT, at));
    after.snoozedUntil().ifPresent(until -> put(item, Table.Alert.SNOOZED_UNTIL, until));
    return item;
  }

  /** The attributes that say what an alert, a snooze or a notification is about. */
  static Map<String, AttributeValue> about(AlertId alert) {
    Map<String, AttributeValue> item = new HashMap<>();
    item.put(Table.Alert.ITEM_ID, text(alert.itemId()));
    alert.warehouse().ifPresent(name -> item.put(Table.Alert.WAREHOUSE, text(name)));
    return item;
  }

  private static void open(
      Map<String, AttributeValue> item, AlertId alert, StockState state, Instant since) {
    put(item, Table.Alert.SINCE, since);
    item.put(Table.INDEX_PK, text(Keys.OPEN_ALERTS));
    item.put(Table.INDEX_SK, text(Keys.openAlert(state, since, alert)));
  }

  private static void put(Map<String, AttributeValue> item, String name, Instant instant) {
    item.put(name, text(instant.toString()));
  }
}
