package inventory.model;

import java.util.Comparator;
import java.util.Objects;

/**
 * One item in one warehouse: the key of a stock level.
 *
 * @param warehouse the warehouse's or store's name, as its files spell it, see {@link Names}
 * @param itemId the item's identifier, as the files spell it, see {@link Names}
 */
public record StockKey(String warehouse, String itemId) implements Comparable<StockKey> {

  private static final Comparator<StockKey> ORDER =
      Comparator.comparing(StockKey::warehouse).thenComparing(StockKey::itemId);

  /** Neither part may be null. */
  public StockKey {
    Objects.requireNonNull(warehouse, "warehouse");
    Objects.requireNonNull(itemId, "itemId");
  }

  /** Orders by warehouse, then by item. */
  @Override
  public int compareTo(StockKey other) {
    return ORDER.compare(this, other);
  }
}
