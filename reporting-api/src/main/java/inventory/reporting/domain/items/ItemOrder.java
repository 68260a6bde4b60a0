package inventory.reporting.domain.items;

import java.math.BigInteger;
import java.util.Comparator;

/** By what the items of a warehouse are sorted; what is equal by it stands by item id. */
public enum ItemOrder {
  /** By the item's identifier. */
  ITEM_ID("itemId"),
  /** By the item's name, as a dictionary does: case is of no matter. */
  ITEM_NAME("itemName"),
  /** By what is in stock. */
  STOCK_LEVEL("stockLevel");

  private final String field;

  ItemOrder(String field) {
    this.field = field;
  }

  /** The field's name in reports. */
  public String field() {
    return field;
  }

  /** What a level is sorted by, as text. */
  String key(Level level) {
    return switch (this) {
      case ITEM_ID -> "";
      case ITEM_NAME -> level.itemName();
      case STOCK_LEVEL -> level.stockLevel().toString();
    };
  }

  /** A level that stands at a place in this order, and says nothing else. */
  Level levelAt(String itemId, String key) {
    String name = this == ITEM_NAME ? key : "";
    BigInteger units = this == STOCK_LEVEL ? new BigInteger(key) : BigInteger.ZERO;
    return new Level(itemId, name, "", units, "", false, "");
  }

  /** The order, ascending; no two items of a warehouse are equal by it. */
  Comparator<Level> comparator() {
    Comparator<Level> order =
        switch (this) {
          case ITEM_ID -> Comparator.comparing(Level::itemId);
          case ITEM_NAME -> Comparator.comparing(Level::itemName, String.CASE_INSENSITIVE_ORDER);
          case STOCK_LEVEL -> Comparator.comparing(Level::stockLevel);
        };
    return order.thenComparing(Level::itemId);
  }
}
