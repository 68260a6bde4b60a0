package inventory.alert.dynamodb;

import static inventory.alert.dynamodb.Attributes.number;
import static inventory.alert.dynamodb.Attributes.text;

import inventory.alert.domain.Transition;
import inventory.alert.notification.AlertEvent;
import inventory.alert.notification.FileEvent;
import inventory.alert.notification.RunEvent;
import inventory.alert.notification.StockEvent;
import inventory.alert.outbox.Outbox.Entry;
import inventory.alert.outbox.Trigger;
import inventory.model.AlertId;
import inventory.model.Position;
import inventory.model.StockState;
import inventory.model.table.Keys;
import inventory.model.table.Table;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** Notifications that are still to be sent, as items of the table. */
final class OutboxItems {

  /** What their sort keys begin with, in the batch's partition. */
  static final String PREFIX = "NOTICE#";

  private static final String FILE = PREFIX + "FILE";
  private static final String RUN = PREFIX + "RUN";

  // Of one width, so that the events of an alert are read in the order in which they arose.
  private static final String REVISION = "%019d";

  private OutboxItems() {}

  /** The write of what a transition tells. */
  static TransactWriteItem put(String table, Transition transition, Trigger trigger) {
    AlertId alert = transition.status().alert();
    StockEvent events = transition.event(trigger.cause());
    String id = PREFIX + alert.digest() + "#" + REVISION.formatted(transition.after().revision());
    Map<String, AttributeValue> item = item(trigger, id);
    item.putAll(AlertItems.about(alert));
    item.put(Table.Alert.ITEM_NAME, text(events.itemName()));
    item.put(Table.Alert.STATE, text(events.state().name()));
    item.put(Table.Alert.STOCK_LEVEL, number(events.level()));
    item.put(Table.Alert.RESTOCK_IF_BELOW, number(events.threshold()));
    return put(table, item);
  }

  /** The write that a file is to be told of. */
  static TransactWriteItem putFile(String table, String fileId, Trigger trigger) {
    Map<String, AttributeValue> item = item(trigger, FILE);
    item.put(Table.File.FILE_ID, text(fileId));
    return put(table, item);
  }

  /** The write that a validation run is to be told of. */
  static TransactWriteItem putRun(String table, String runId, Trigger trigger) {
    Map<String, AttributeValue> item = item(trigger, RUN);
    item.put(Table.Run.RUN_ID, text(runId));
    return put(table, item);
  }

  private static TransactWriteItem put(String table, Map<String, AttributeValue> item) {
    return TransactWriteItem.builder().put(p -> p.tableName(table).item(item)).build();
  }

  private static Map<String, AttributeValue> item(Trigger trigger, String id) {
    Map<String, AttributeValue> item = new HashMap<>();
    item.put(Table.PK, text(Keys.outbox(trigger.batch())));
    item.put(Table.SK, text(id));
    item.put(Table.INDEX_PK, text(Keys.UNSENT));
    item.put(Table.INDEX_SK, text(Position.of(trigger.at(), trigger.batch())));
    item.put(Table.Outbox.BATCH, text(trigger.batch()));
    item.put(Table.Outbox.CAUSE, text(trigger.cause()));
    return item;
  }

  static Entry entry(Map<String, AttributeValue> item) {
    return new Entry(item.get(Table.SK).s(), event(item));
  }

  private static AlertEvent event(Map<String, AttributeValue> item) {
    if (item.containsKey(Table.File.FILE_ID)) {
      return new FileEvent(item.get(Table.File.FILE_ID).s());
    }
    if (item.containsKey(Table.Run.RUN_ID)) {
      return new RunEvent(item.get(Table.Run.RUN_ID).s());
    }
    return new StockEvent(
        Attributes.alert(item),
        item.get(Table.Alert.ITEM_NAME).s(),
        new BigInteger(item.get(Table.Alert.STOCK_LEVEL).n()),
        Long.parseLong(item.get(Table.Alert.RESTOCK_IF_BELOW).n()),
        StockState.valueOf(item.get(Table.Alert.STATE).s()),
        item.get(Table.Outbox.CAUSE).s());
  }
}
