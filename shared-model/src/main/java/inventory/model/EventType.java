package inventory.model;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The types of inventory events that web shops publish (requirement E2). */
public enum EventType {
  /** Lists the product and adds units. */
  PRODUCT_ADDED,
  /** Delists the product; no unit is left. */
  PRODUCT_REMOVED,
  /** Adds or removes units. */
  QUANTITY_CHANGED,
  /** Adds units. */
  QUANTITY_INCREMENTED,
  /** Removes units. */
  QUANTITY_DECREMENTED,
  /** States the units found. */
  QUANTITY_COUNTED;

  /** The type with a name such as {@code product_added}; empty if there is none. */
  public static Optional<EventType> named(String name) {
    return Arrays.stream(values()).filter(type -> type.wireName().equals(name)).findFirst();
  }

  /** The name of the type in an event. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether an event of this type states a level; otherwise it changes one. */
  public boolean isCount() {
    return this == PRODUCT_REMOVED || this == QUANTITY_COUNTED;
  }

  /** Whether an event of this type lists or delists the product. */
  public boolean isListing() {
    return this == PRODUCT_ADDED || this == PRODUCT_REMOVED;
  }
}
