package inventory.model;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What an inventory event of a web shop says (requirement E2). */
public enum EventType {
  /** The product is on the list, with so many units more. */
  PRODUCT_ADDED,
  /** The product is off the list, and none is left. */
  PRODUCT_REMOVED,
  /** So many units more, or fewer. */
  QUANTITY_CHANGED,
  /** So many units more. */
  QUANTITY_INCREMENTED,
  /** So many units fewer. */
  QUANTITY_DECREMENTED;

  /** The type of this name, as {@code product_added}; empty if there is none. */
  public static Optional<EventType> named(String name) {
    return Arrays.stream(values()).filter(type -> type.wireName().equals(name)).findFirst();
  }

  /** Its name in an event. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether it says if the product is on the list. */
  public boolean isListing() {
    return this == PRODUCT_ADDED || this == PRODUCT_REMOVED;
  }
}
