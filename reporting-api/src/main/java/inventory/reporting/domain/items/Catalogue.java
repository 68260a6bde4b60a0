package inventory.reporting.domain.items;

import inventory.reporting.domain.Page;
import java.util.Optional;

/** Searches the items of all warehouses. */
public interface Catalogue {

  /**
   * Items whose id begins with a prefix, in the order of their ids; then those of which only the
   * name does, in the order of their names. Upper and lower case are the same in the search and in
   * the order. Eventually consistent. A page may have fewer items than the limit, or none, and
   * still have a next; it reads at most about {@code limit} and 1,000 records.
   *
   * @param prefix the beginning of an id or a name; empty for all items
   * @param limit the number of items, at least 1
   * @param after only items after this position; empty for the first page
   */
  Page<CatalogueItem, PagePosition> search(String prefix, int limit, Optional<PagePosition> after);

  /**
   * A position in the list.
   *
   * @param byName whether it is among the items that are found by their names
   * @param itemId the item's id; empty at the beginning of those
   * @param itemName the item's name
   */
  record PagePosition(boolean byName, String itemId, String itemName) {}
}
