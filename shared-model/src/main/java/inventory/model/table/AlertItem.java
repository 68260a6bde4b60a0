package inventory.model.table;

import inventory.model.AlertId;
import inventory.model.AlertRecord;
import inventory.model.AlertRecord.Decision;
import inventory.model.AlertRecord.Notice;
import inventory.model.AlertRecord.Snooze;
import inventory.model.StockState;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Put;

/**
 * An alert: the state of an item in a warehouse, or of its total.
 *
 * @param alert the item, in one warehouse or in all
 * @param itemName the item's name when it reached the state
 * @param stockLevel units in stock when it reached the state
 * @param restockIfBelow the threshold in units when it reached the state
 * @param record the state, and what people decided
 */
public record AlertItem(
    AlertId alert,
    String itemName,
    BigInteger stockLevel,
    long restockIfBelow,
    AlertRecord record) {

  private static final String ITEM_ID = "itemId";

  /** The warehouse, for filters; absent where the alert is on the item's total. */
  public static final String WAREHOUSE = "warehouse";

  private static final String STATE = "state";
  private static final String ITEM_NAME = "itemName";
  private static final String NOTICED = "noticed";
  private static final String SINCE = "since";
  private static final String STOCK_LEVEL = "stockLevel";
  private static final String RESTOCK_IF_BELOW = "restockIfBelow";
  private static final String NOTICES = "notices";
  private static final String NOTICE_STATE = "noticeState";
  private static final String NOTICE_DUE = "noticeDue";
  private static final String REVISION = "revision";
  private static final String ACKNOWLEDGED = "acknowledged";
  private static final String SNOOZED = "snoozed";
  private static final String SNOOZED_UNTIL = "snoozedUntil";

  private static final String HAS_REVISION = REVISION + " = :revision";
  private static final String IS_NEW = "attribute_not_exists(" + REVISION + ")";

  /** Whether an item of the table is the record of an alert. */
  public static boolean isOne(Map<String, AttributeValue> item) {
    return item.get(Table.PK).s().startsWith(Keys.ITEM_PREFIX)
        && item.get(Table.SK).s().startsWith(Keys.ALERT_PREFIX);
  }

  /** The key of an alert's record. */
  public static Map<String, AttributeValue> key(AlertId alert) {
    return Values.key(Keys.item(alert.itemId()), Keys.alert(alert));
  }

  /** The key of an open alert's record in the index, which lists the worst and newest last. */
  public static Map<String, AttributeValue> indexKey(
      AlertId alert, StockState state, Instant since) {
    return new ItemBuilder(key(alert))
        .index(Keys.OPEN_ALERTS, Keys.openAlert(state, since, alert))
        .build();
  }

  /** The alert of an item of the table. */
  public static AlertItem of(Map<String, AttributeValue> item) {
    Attributes attributes = new Attributes(item);
    return new AlertItem(
        alertOf(item),
        attributes.optionalText(ITEM_NAME).orElse(""),
        attributes.optionalWhole(STOCK_LEVEL).orElse(BigInteger.ZERO),
        attributes.count(RESTOCK_IF_BELOW),
        record(stateOf(item), attributes));
  }

  private static AlertRecord record(StockState state, Attributes attributes) {
    return new AlertRecord(
        state,
        attributes.optionalText(NOTICED).map(StockState::valueOf).orElse(state),
        attributes.optionalInstant(SINCE),
        attributes
            .optionalInstant(NOTICE_DUE)
            .map(due -> new Notice(StockState.valueOf(attributes.text(NOTICE_STATE)), due)),
        decision(ACKNOWLEDGED, attributes),
        decision(SNOOZED, attributes)
            .map(decision -> new Snooze(attributes.instant(SNOOZED_UNTIL), decision)),
        attributes.count(NOTICES),
        attributes.count(REVISION));
  }

  private static Optional<Decision> decision(String prefix, Attributes attributes) {
    return attributes
        .optionalInstant(prefix + "At")
        .map(
            at ->
                new Decision(
                    at,
                    attributes.optionalText(prefix + "By").orElse(""),
                    attributes.optionalText(prefix + "Note").orElse("")));
  }

  /** The state of an alert's record. */
  public static StockState stateOf(Map<String, AttributeValue> item) {
    return StockState.valueOf(new Attributes(item).text(STATE));
  }

  /**
   * The alert that a record is about: the alert's own, the end of its snooze, or a notification.
   */
  public static AlertId alertOf(Map<String, AttributeValue> item) {
    Attributes attributes = new Attributes(item);
    return new AlertId(attributes.text(ITEM_ID), attributes.optionalText(WAREHOUSE));
  }

  /** The attributes that say which alert a record is about, see {@link #alertOf}. */
  static Map<String, AttributeValue> about(AlertId alert) {
    return new ItemBuilder(Map.of())
        .text(ITEM_ID, alert.itemId())
        .text(WAREHOUSE, alert.warehouse())
        .build();
  }

  /** The item; it is in the index of open alerts while the alert is open. */
  public Map<String, AttributeValue> toItem() {
    Map<String, AttributeValue> key =
        record.since().map(at -> indexKey(alert, record.state(), at)).orElseGet(() -> key(alert));
    ItemBuilder item =
        new ItemBuilder(key)
            .putAll(about(alert))
            .text(ITEM_NAME, itemName)
            .text(STATE, record.state().name())
            .text(NOTICED, record.noticed().name())
            .instant(SINCE, record.since())
            .number(STOCK_LEVEL, stockLevel)
            .number(RESTOCK_IF_BELOW, restockIfBelow)
            .number(NOTICES, record.notifications())
            .text(NOTICE_STATE, record.lastNotice().map(notice -> notice.state().name()))
            .instant(NOTICE_DUE, record.lastNotice().map(Notice::due))
            .instant(SNOOZED_UNTIL, record.snoozedUntil())
            .number(REVISION, record.revision());
    record.acknowledged().ifPresent(decision -> put(ACKNOWLEDGED, decision, item));
    record.snooze().ifPresent(snooze -> put(SNOOZED, snooze.decision(), item));
    return item.build();
  }

  private static void put(String prefix, Decision decision, ItemBuilder item) {
    item.instant(prefix + "At", decision.at())
        .textUnlessEmpty(prefix + "By", decision.by())
        .textUnlessEmpty(prefix + "Note", decision.note());
  }

  /**
   * Writes the alert, provided that its record still has a revision.
   *
   * @param revision the revision that was read; 0 if there was no record
   */
  public Put put(String table, long revision) {
    Put.Builder put = Put.builder().tableName(table).item(toItem());
    return revision == 0
        ? put.conditionExpression(IS_NEW).build()
        : put.conditionExpression(HAS_REVISION)
            .expressionAttributeValues(Map.of(":revision", Values.number(revision)))
            .build();
  }
}
