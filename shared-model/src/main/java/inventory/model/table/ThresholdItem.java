package inventory.model.table;

import inventory.model.AlertId;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A restock threshold (requirements T1 to T4).
 *
 * @param scope the item in one warehouse, or in all of them
 * @param restockIfBelow units, 0 or more: stock is low below this level
 */
public record ThresholdItem(AlertId scope, long restockIfBelow) {

  private static final String ITEM_ID = "itemId";
  private static final String WAREHOUSE = "warehouse";
  private static final String RESTOCK_IF_BELOW = "restockIfBelow";
  // Text that sorts as the files do that set the threshold (requirement T4).
  private static final String SET_AT = "setAt";
  // The file that set it.
  private static final String FILE_ID = "fileId";

  /** Projection of all that {@link #isOne} and {@link #of} read. */
  public static final List<String> PROJECTION =
      List.of(Table.SK, ITEM_ID, WAREHOUSE, RESTOCK_IF_BELOW);

  /**
   * Condition of a put: the threshold in the table is not newer than {@code :setAt}. Equal is
   * allowed, as the same file may come again after a crash.
   */
  public static final String IS_NOT_OLDER =
      "attribute_not_exists(" + Table.PK + ") OR " + SET_AT + " <= :setAt";

  /** The key of the threshold of an item in a warehouse, or in all of them. */
  public static Map<String, AttributeValue> key(AlertId scope) {
    return Values.key(Keys.item(scope.itemId()), Keys.threshold(scope.warehouse()));
  }

  /** Whether an item of the table is a threshold, and was not removed. */
  public static boolean isOne(Map<String, AttributeValue> item) {
    return item.containsKey(RESTOCK_IF_BELOW)
        && item.get(Table.SK).s().startsWith(Keys.THRESHOLD_PREFIX);
  }

  /** The threshold of an item of the table. */
  public static ThresholdItem of(Map<String, AttributeValue> item) {
    Attributes attributes = new Attributes(item);
    return new ThresholdItem(
        new AlertId(attributes.text(ITEM_ID), attributes.optionalText(WAREHOUSE)),
        attributes.whole(RESTOCK_IF_BELOW).longValueExact());
  }

  /**
   * The item.
   *
   * @param setAt text that sorts as the files do that set the threshold (requirement T4)
   * @param fileId the file that sets it
   */
  public Map<String, AttributeValue> toItem(String setAt, String fileId) {
    return new ItemBuilder(removed(scope, setAt, fileId))
        .index(Keys.THRESHOLDS, Keys.sortable(scope.itemId()))
        .number(RESTOCK_IF_BELOW, restockIfBelow)
        .build();
  }

  /**
   * The item of a threshold that was removed. It stays, so that an older file does not set the
   * threshold again, but is in no list.
   *
   * @param setAt as of {@link #toItem}
   * @param fileId the file that removes it
   */
  public static Map<String, AttributeValue> removed(AlertId scope, String setAt, String fileId) {
    return new ItemBuilder(key(scope))
        .text(ITEM_ID, scope.itemId())
        .text(WAREHOUSE, scope.warehouse())
        .text(SET_AT, setAt)
        .text(FILE_ID, fileId)
        .build();
  }
}
