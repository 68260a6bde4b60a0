package inventory.model.table;

import inventory.model.AlertId;
import inventory.model.AlertRecord.Decision;
import inventory.model.RestockRule;
import inventory.model.ThresholdVersion;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A restock threshold (requirements T1 to T4). Attributes are read on access, so an item of a
 * projection is enough.
 *
 * @param item the attributes
 */
public record ThresholdItem(Attributes item) {

  /** The warehouse, for filters; absent if the threshold is for all warehouses. */
  public static final String WAREHOUSE = "warehouse";

  /** The threshold in units, for filters; absent if it was removed. */
  public static final String RESTOCK_IF_BELOW = "restockIfBelow";

  private static final String ITEM_ID = "itemId";

  private static final String ORDER_UP_TO = "orderUpTo";
  private static final String PACK_SIZE = "packSize";
  // The ThresholdVersion as text.
  private static final String SET_AT = "setAt";
  // The file that set it, or the person who did; the latter empty if the API has no login.
  private static final String FILE_ID = "fileId";
  private static final String SET_BY = "setBy";
  private static final String NOTE = "note";

  /** Projection of what {@link #isOne}, {@link #scope} and {@link #rule} read. */
  public static final List<String> PROJECTION =
      List.of(Table.SK, ITEM_ID, WAREHOUSE, RESTOCK_IF_BELOW, ORDER_UP_TO, PACK_SIZE);

  /**
   * Condition of a put: the threshold in the table is not newer than {@code :setAt}. Equal is
   * allowed, as the same file may come again after a crash.
   */
  public static final String IS_NOT_OLDER =
      "attribute_not_exists(" + Table.PK + ") OR " + SET_AT + " <= :setAt";

  /** Condition of a put: the version of the threshold in the table is {@code :setAt}. */
  public static final String IS_UNCHANGED = SET_AT + " = :setAt";

  /** The key of the threshold of an item in a warehouse, or in all of them. */
  public static Map<String, AttributeValue> key(AlertId scope) {
    return Values.key(Keys.item(scope.itemId()), Keys.threshold(scope.warehouse()));
  }

  /** The key of a threshold in the index, which lists them by item. */
  public static Map<String, AttributeValue> indexKey(AlertId scope) {
    return new ItemBuilder(key(scope))
        .index(Keys.THRESHOLDS, Keys.sortable(scope.itemId()))
        .build();
  }

  /** Whether an item of the table is a threshold, and was not removed. */
  public static boolean isOne(Map<String, AttributeValue> item) {
    return item.containsKey(RESTOCK_IF_BELOW)
        && item.get(Table.SK).s().startsWith(Keys.THRESHOLD_PREFIX);
  }

  /** Reads an item of the table. */
  public static ThresholdItem of(Map<String, AttributeValue> item) {
    return new ThresholdItem(new Attributes(item));
  }

  /**
   * The item of a threshold that a file sets or removes. A removed one stays, so that an older
   * statement does not set it again, but is in no list.
   *
   * @param rule empty to remove it
   * @param version its source is the file
   */
  public static Map<String, AttributeValue> ofFile(
      AlertId scope, Optional<RestockRule> rule, ThresholdVersion version) {
    return item(scope, rule, version).text(FILE_ID, version.source()).build();
  }

  /**
   * The item of a threshold that a person sets or removes, see {@link #ofFile}.
   *
   * @param rule empty to remove it
   */
  public static Map<String, AttributeValue> ofPerson(
      AlertId scope, Optional<RestockRule> rule, ThresholdVersion version, Decision decision) {
    return item(scope, rule, version)
        .textUnlessEmpty(SET_BY, decision.by())
        .textUnlessEmpty(NOTE, decision.note())
        .build();
  }

  private static ItemBuilder item(
      AlertId scope, Optional<RestockRule> rule, ThresholdVersion version) {
    return new ItemBuilder(rule.isPresent() ? indexKey(scope) : key(scope))
        .text(ITEM_ID, scope.itemId())
        .text(WAREHOUSE, scope.warehouse())
        .number(RESTOCK_IF_BELOW, rule.map(RestockRule::restockIfBelow))
        .number(ORDER_UP_TO, rule.flatMap(RestockRule::orderUpTo))
        .number(PACK_SIZE, rule.flatMap(RestockRule::packSize))
        .text(SET_AT, version.text());
  }

  /** The item in one warehouse, or in all of them. */
  public AlertId scope() {
    return new AlertId(item.text(ITEM_ID), item.optionalText(WAREHOUSE));
  }

  /** The rule; empty if it was removed. */
  public Optional<RestockRule> rule() {
    return item.optionalLong(RESTOCK_IF_BELOW)
        .map(
            below ->
                new RestockRule(
                    below, item.optionalLong(ORDER_UP_TO), item.optionalLong(PACK_SIZE)));
  }

  /** Which statement it is. */
  public ThresholdVersion version() {
    return ThresholdVersion.of(item.text(SET_AT));
  }

  /** The file that set or removed it; empty if a person did. */
  public Optional<String> fileId() {
    return item.optionalText(FILE_ID);
  }

  /** The subject of the token with which a person set or removed it, if known. */
  public Optional<String> setBy() {
    return item.optionalText(SET_BY);
  }

  /** Why a person set or removed it, in the person's words. */
  public Optional<String> note() {
    return item.optionalText(NOTE);
  }
}
