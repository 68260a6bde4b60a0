package inventory.reporting.domain.items;

/**
 * An item of any warehouse.
 *
 * @param itemId the item's id
 * @param itemName its name; where warehouses disagree, the one that was introduced last
 */
public record CatalogueItem(String itemId, String itemName) {

  /** Whether the id begins with a prefix, ignoring case. */
  public boolean idBegins(String prefix) {
    return Prefixes.begins(itemId, prefix);
  }

  /** Whether the name begins with a prefix, ignoring case. */
  public boolean nameBegins(String prefix) {
    return Prefixes.begins(itemName, prefix);
  }
}
