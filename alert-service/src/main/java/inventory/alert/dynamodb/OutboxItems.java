package inventory.alert.dynamodb;

import static inventory.alert.dynamodb.Attributes.number;
import static inventory.alert.dynamodb.Attributes.text;

import inventory.alert.domain.Occasion;
import inventory.alert.domain.Outbox.Entry;
import inventory.alert.domain.Transition;
import inventory.alert.notice.FileNews;
import inventory.alert.notice.News;
import inventory.alert.notice.RunNews;
import inventory.alert.notice.StockNews;
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

/** Notices that are still to be sent, as items of the table. */
final class OutboxItems {

  /** What their sort keys begin with, in the batch's partition. */
  static final String PREFIX = "NOTICE#";

  private static final String FILE = PREFIX + "FILE";
  private static final String RUN = PREFIX + "RUN";

  // Of one width, so that the news of an alert are read in the order in which they arose.
  private static final String REVISION = "%019d";

  private OutboxItems() {}

  /** The write of what a transition tells. */
  static TransactWriteItem put(String table, Transition transition, Occasion occasion) {
    AlertId alert = transition.situation().alert();
    StockNews news = transition.news(occasion.cause());
    String id = PREFIX + alert.digest() + "#" + REVISION.formatted(transition.after().revision());
    Map<String, AttributeValue> item = item(occasion, id);
    item.putAll(AlertItems.about(alert));
    item.put(Table.Alert.ITEM_NAME, text(news.itemName()));
    item.put(Table.Alert.STATE, text(news.state().name()));
    item.put(Table.Alert.STOCK_LEVEL, number(news.level()));
    item.put(Table.Alert.RESTOCK_IF_BELOW, number(news.threshold()));
    return put(table, item);
  }

  /** The write that a file is to be told of. */
  static TransactWriteItem putFile(String table, String fileId, Occasion occasion) {
    Map<String, AttributeValue> item = item(occasion, FILE);
    item.put(Table.File.FILE_ID, text(fileId));
    return put(table, item);
  }

  /** The write that a validation run is to be told of. */
  static TransactWriteItem putRun(String table, String runId, Occasion occasion) {
    Map<String, AttributeValue> item = item(occasion, RUN);
    item.put(Table.Run.RUN_ID, text(runId));
    return put(table, item);
  }

  private static TransactWriteItem put(String table, Map<String, AttributeValue> item) {
    return TransactWriteItem.builder().put(p -> p.tableName(table).item(item)).build();
  }

  private static Map<String, AttributeValue> item(Occasion occasion, String id) {
    Map<String, AttributeValue> item = new HashMap<>();
    item.put(Table.PK, text(Keys.outbox(occasion.batch())));
    item.put(Table.SK, text(id));
    item.put(Table.INDEX_PK, text(Keys.UNSENT));
    item.put(Table.INDEX_SK, text(Position.of(occasion.at(), occasion.batch())));
    item.put(Table.Outbox.BATCH, text(occasion.batch()));
    item.put(Table.Outbox.CAUSE, text(occasion.cause()));
    return item;
  }

  static Entry entry(Map<String, AttributeValue> item) {
    return new Entry(item.get(Table.SK).s(), news(item));
  }

  private static News news(Map<String, AttributeValue> item) {
    if (item.containsKey(Table.File.FILE_ID)) {
      return new FileNews(item.get(Table.File.FILE_ID).s());
    }
    if (item.containsKey(Table.Run.RUN_ID)) {
      return new RunNews(item.get(Table.Run.RUN_ID).s());
    }
    return new StockNews(
        Attributes.alert(item),
        item.get(Table.Alert.ITEM_NAME).s(),
        new BigInteger(item.get(Table.Alert.STOCK_LEVEL).n()),
        Long.parseLong(item.get(Table.Alert.RESTOCK_IF_BELOW).n()),
        StockState.valueOf(item.get(Table.Alert.STATE).s()),
        item.get(Table.Outbox.CAUSE).s());
  }
}
