package inventory.model;

import java.math.BigInteger;
import java.util.Collection;
import java.util.Comparator;

/**
 * An item in all warehouses together.
 *
 * @param itemName its name by the latest fact in any warehouse that names it
 * @param units units in all warehouses; reports show this sum
 * @param listedUnits units in the warehouses that have not removed the item from their list; alerts
 *     compare this sum with the threshold
 * @param removed whether every warehouse removed the item from its list, so that it needs no alert
 */
public record ItemTotal(
    String itemName, BigInteger units, BigInteger listedUnits, boolean removed) {

  /** The level of the item in one warehouse. */
  public interface Level {

    /** The item's name by the latest fact in this warehouse that names it; else its id. */
    String itemName();

    /** The {@link Position} of that fact. */
    String named();

    /** Units in stock, possibly negative. */
    BigInteger stockLevel();

    /** Whether the warehouse removed the item from its list. */
    boolean removed();
  }

  /**
   * Adds up the levels of an item.
   *
   * @throws IllegalArgumentException if there is no level
   */
  public static ItemTotal of(Collection<? extends Level> levels) {
    Level named =
        levels.stream()
            .max(Comparator.comparing(Level::named))
            .orElseThrow(() -> new IllegalArgumentException("an item has at least one level"));
    BigInteger units = BigInteger.ZERO;
    BigInteger listed = BigInteger.ZERO;
    for (Level level : levels) {
      units = units.add(level.stockLevel());
      listed = level.removed() ? listed : listed.add(level.stockLevel());
    }
    return new ItemTotal(named.itemName(), units, listed, levels.stream().allMatch(Level::removed));
  }
}
