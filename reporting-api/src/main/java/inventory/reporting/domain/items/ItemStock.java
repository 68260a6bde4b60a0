package inventory.reporting.domain.items;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.List;

/**
 * An item across all warehouses (requirement R3).
 *
 * @param itemId the item's id
 * @param itemName the item's latest name in any warehouse
 * @param total units in all warehouses together
 * @param levels its levels, one for each warehouse
 */
public record ItemStock(String itemId, String itemName, BigInteger total, List<Level> levels) {

  /** Levels are copied, so that a report never changes. */
  public ItemStock {
    levels = List.copyOf(levels);
  }

  /**
   * Adds an item's levels up.
   *
   * @param levels all levels of one item, at least one
   */
  public static ItemStock of(List<Level> levels) {
    Level named =
        levels.stream()
            .max(Comparator.comparing(Level::named))
            .orElseThrow(() -> new IllegalArgumentException("an item has at least one level"));
    BigInteger total =
        levels.stream().map(Level::stockLevel).reduce(BigInteger.ZERO, BigInteger::add);
    return new ItemStock(named.itemId(), named.itemName(), total, levels);
  }
}
