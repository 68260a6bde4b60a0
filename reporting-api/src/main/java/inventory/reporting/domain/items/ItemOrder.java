package inventory.reporting.domain.items;

import java.math.BigInteger;
import java.util.Comparator;

/** The sort fields of the items of a warehouse. Equal items are sorted by id. */
public enum ItemOrder {
  /** The item's id. */
  ITEM_ID("itemId"),
  /** The item's name, ignoring case. */
  ITEM_NAME("itemName"),
  /** The units in stock. */
  STOCK_LEVEL("stockLevel");

  private final String field;

  ItemOrder(String field) {
    this.field = field;
  }

  /** The field's name in reports. */
  public String field() {
    return field;
  }

  /** The sort key of a level as text. */
  String key(Level level) {
    return switch (this) {
      case ITEM_ID -> "";
      case ITEM_NAME -> level.itemName();
      case STOCK_LEVEL -> level.stockLevel().toString();
    };
  }

  /** A level with this position in the order and nothing else. */
  Level levelAt(String itemId, String key) {
    String name = this == ITEM_NAME ? key : "";
    BigInteger units = this == STOCK_LEVEL ? new BigInteger(key) : BigInteger.ZERO;
    return new Level(itemId, name, "", units, "", false, "");
  }

  /** The ascending order. No two items of a warehouse are equal in it. */
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
