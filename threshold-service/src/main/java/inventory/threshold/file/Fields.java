package inventory.threshold.file;

import java.util.Set;

/** The names of a threshold file's members; case-sensitive. */
final class Fields {

  /** The array of entries in the file's object. */
  static final String LIST = "ThresholdList";

  /** The item's id; a string. */
  static final String ITEM_ID = "ItemId";

  /** The warehouse; a string, absent or null for all warehouses. */
  static final String WAREHOUSE_NAME = "WarehouseName";

  /** The level below which stock is low; a whole number. */
  static final String RESTOCK_IF_BELOW = "RestockIfBelow";

  /** The level that an order restores; a whole number, absent or null for the usual multiple. */
  static final String ORDER_UP_TO = "OrderUpTo";

  /** The units in a pack; a whole number, absent or null if units are ordered singly. */
  static final String PACK_SIZE = "PackSize";

  /** The reason of an earlier reject; people need not remove it from a rejects file. */
  static final String REJECTED = "Rejected";

  /** In a rejects file, an entry that is not an object. */
  static final String ENTRY = "Entry";

  private static final Set<String> KNOWN =
      Set.of(ITEM_ID, WAREHOUSE_NAME, RESTOCK_IF_BELOW, ORDER_UP_TO, PACK_SIZE, REJECTED);

  private Fields() {}

  static boolean isKnown(String name) {
    return KNOWN.contains(name);
  }
}
