package inventory.model;

import java.util.Optional;

/**
 * The subject of an alert: an item in one warehouse, or its total across all of them.
 *
 * @param itemId the item's identifier
 * @param warehouse the warehouse; empty for the total
 */
public record AlertId(String itemId, Optional<String> warehouse) {

  /** 128 bits in hexadecimal digits: no two alerts will ever share them. */
  private static final int LENGTH = 32;

  /** An alert on an item in a warehouse. */
  public static AlertId of(StockKey key) {
    return new AlertId(key.itemId(), Optional.of(key.warehouse()));
  }

  /** An alert on an item's total. */
  public static AlertId ofTotal(String itemId) {
    return new AlertId(itemId, Optional.empty());
  }

  /** A digest of this id in 32 lower-case hexadecimal digits, for keys that must be short. */
  public String digest() {
    // The length distinguishes pairs whose concatenated names are equal.
    String text = itemId.length() + "#" + itemId + "#" + warehouse.orElse("");
    return Hex.sha256(text).substring(0, LENGTH);
  }
}
