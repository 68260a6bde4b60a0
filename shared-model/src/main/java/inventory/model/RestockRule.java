package inventory.model;

import java.util.Optional;

/**
 * When stock of an item is low, and up to which level to order then.
 *
 * @param restockIfBelow stock is low below this level, in units, 0 or more
 * @param orderUpTo the level that an order restores, in units: at least 1 and not below {@code
 *     restockIfBelow}; empty for a multiple of it, which is a setting
 * @param packSize the units in a pack, 1 or more, if the item is ordered in packs
 */
public record RestockRule(long restockIfBelow, Optional<Long> orderUpTo, Optional<Long> packSize) {

  /** Rejects numbers out of their ranges. */
  public RestockRule {
    boolean isInRange =
        restockIfBelow >= 0
            && orderUpTo.orElse(Long.MAX_VALUE) >= Math.max(1, restockIfBelow)
            && packSize.orElse(1L) >= 1;
    if (!isInRange) {
      throw new IllegalArgumentException(
          "restock below %d, order up to %s, packs of %s: at least one is out of its range"
              .formatted(restockIfBelow, orderUpTo, packSize));
    }
  }

  /** A rule with a threshold alone. */
  public static RestockRule below(long restockIfBelow) {
    return new RestockRule(restockIfBelow, Optional.empty(), Optional.empty());
  }

  /** This rule, with the pack size of another one if it has none. */
  RestockRule withPackSizeOf(RestockRule other) {
    return packSize.isPresent()
        ? this
        : new RestockRule(restockIfBelow, orderUpTo, other.packSize());
  }
}
