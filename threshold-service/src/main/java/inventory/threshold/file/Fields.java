package inventory.threshold.file;

import java.util.Set;

/** The names of a threshold file's members, as JSON tells them apart: by case, too. */
final class Fields {

  /** The array of entries, in the file's one object. */
  static final String LIST = "ThresholdList";

  /** Which item; a string. */
  static final String ITEM_ID = "ItemId";

  /** Whose own threshold it is; a string, absent or null for all warehouses. */
  static final String WAREHOUSE_NAME = "WarehouseName";

  /** Below which level stock is low; a whole number. */
  static final String RESTOCK_IF_BELOW = "RestockIfBelow";

  /** Why an entry was rejected before: what a person need not remove from a rejects file. */
  static final String REJECTED = "Rejected";

  /** In a rejects file, an entry that is no object. */
  static final String ENTRY = "Entry";

  private static final Set<String> KNOWN =
      Set.of(ITEM_ID, WAREHOUSE_NAME, RESTOCK_IF_BELOW, REJECTED);

  private Fields() {}

  static boolean isKnown(String name) {
    return KNOWN.contains(name);
  }
}
