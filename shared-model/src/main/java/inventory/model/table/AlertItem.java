package inventory.model.table;

import inventory.model.AlertId;
import inventory.model.StockState;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * An alert: the state of an item in a warehouse, or of its total.
 *
 * @param alert the item, in one warehouse or in all
 * @param itemName the item's name when it reached the state
 * @param state how stock compares with the threshold
 * @param noticed the worst state that purchasing was notified of since the last recovery
 * @param since when stock was last seen to fall below the threshold; empty while it is not below
 * @param stockLevel units in stock when it reached the state
 * @param restockIfBelow the threshold in units when it reached the state
 * @param notices how many notifications there were: of a state, of a recovery, after a snooze
 * @param acknowledgedAt when a person acknowledged it
 * @param snoozedUntil the end of the snooze, until which no notification is sent
 * @param revision how often the record was written: each write adds 1
 */
public record AlertItem(
    AlertId alert,
    String itemName,
    StockState state,
    StockState noticed,
    Optional<Instant> since,
    BigInteger stockLevel,
    long restockIfBelow,
    long notices,
    Optional<Instant> acknowledgedAt,
    Optional<Instant> snoozedUntil,
    long revision) {

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
  private static final String REVISION = "revision";
  private static final String ACKNOWLEDGED_AT = "acknowledgedAt";
  private static final String SNOOZED_UNTIL = "snoozedUntil";

  /** Projection of {@link #stateOf} and {@link #alertOf}. */
  public static final List<String> STATES = List.of(STATE, ITEM_ID, WAREHOUSE);

  /** Condition of a put: the record has the revision {@code :revision}. */
  public static final String HAS_REVISION = REVISION + " = :revision";

  /** Condition of a put: there is no record yet. */
  public static final String IS_NEW = "attribute_not_exists(" + REVISION + ")";

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
    StockState state = stateOf(item);
    return new AlertItem(
        alertOf(item),
        attributes.optionalText(ITEM_NAME).orElse(""),
        state,
        attributes.optionalText(NOTICED).map(StockState::valueOf).orElse(state),
        attributes.optionalInstant(SINCE),
        attributes.optionalWhole(STOCK_LEVEL).orElse(BigInteger.ZERO),
        attributes.count(RESTOCK_IF_BELOW),
        attributes.count(NOTICES),
        attributes.optionalInstant(ACKNOWLEDGED_AT),
        attributes.optionalInstant(SNOOZED_UNTIL),
        attributes.count(REVISION));
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

  /** The item; it is in the index of open alerts while it has a {@link #since}. */
  public Map<String, AttributeValue> toItem() {
    return new ItemBuilder(since.map(at -> indexKey(alert, state, at)).orElseGet(() -> key(alert)))
        .putAll(about(alert))
        .text(ITEM_NAME, itemName)
        .text(STATE, state.name())
        .text(NOTICED, noticed.name())
        .instant(SINCE, since)
        .number(STOCK_LEVEL, stockLevel)
        .number(RESTOCK_IF_BELOW, restockIfBelow)
        .number(NOTICES, notices)
        .instant(ACKNOWLEDGED_AT, acknowledgedAt)
        .instant(SNOOZED_UNTIL, snoozedUntil)
        .number(REVISION, revision)
        .build();
  }

  /** Records that a person acknowledged the alert, provided that it has the revision. */
  public static ItemUpdate acknowledge(Instant at, long revision) {
    return note(ACKNOWLEDGED_AT, at, revision);
  }

  /** Records a snooze, provided that the alert has the revision. */
  public static ItemUpdate snooze(Instant until, long revision) {
    return note(SNOOZED_UNTIL, until, revision);
  }

  private static ItemUpdate note(String attribute, Instant value, long revision) {
    return new ItemUpdate()
        .set(attribute, Values.text(value.toString()))
        .add(REVISION, Values.number(1))
        .onlyIfStill(REVISION, Values.number(revision));
  }
}
