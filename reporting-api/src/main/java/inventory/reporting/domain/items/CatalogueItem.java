package inventory.reporting.domain.items;

/**
 * An item of any warehouse.
 *
 * @param itemId the item's id
 * @param itemName the item's latest name in any warehouse
 */
public record CatalogueItem(String itemId, String itemName) {

  /** Whether the id or the name begins with a prefix, ignoring case. */
  boolean beginsWith(String prefix) {
    return Prefixes.begins(itemId, prefix) || Prefixes.begins(itemName, prefix);
  }
}
