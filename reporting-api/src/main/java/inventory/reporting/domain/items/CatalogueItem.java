package inventory.reporting.domain.items;

/**
 * An item that some warehouse has, or had.
 *
 * @param itemId the item's identifier
 * @param itemName its name by the latest fact in any warehouse that names it
 */
public record CatalogueItem(String itemId, String itemName) {

  /** Whether the id or the name begins so; case is of no matter. */
  boolean beginsWith(String prefix) {
    return Prefixes.begins(itemId, prefix) || Prefixes.begins(itemName, prefix);
  }
}
