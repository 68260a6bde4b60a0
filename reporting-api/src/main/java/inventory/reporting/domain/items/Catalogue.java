package inventory.reporting.domain.items;

import inventory.reporting.domain.CachedValue;
import inventory.reporting.domain.Page;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Searches the items of all warehouses by the beginning of their ids and names. No key of the table
 * lists items, so every level is read. The result, about 200 bytes an item, is cached for a time in
 * proportion to that.
 */
public final class Catalogue {

  private final StockReports stock;
  private final CachedValue<List<CatalogueItem>> items;

  private record Named(CatalogueItem item, String position) {}

  /**
   * Reads from this.
   *
   * @param nanos a monotonic clock in nanoseconds
   */
  public Catalogue(StockReports stock, LongSupplier nanos) {
    this.stock = stock;
    this.items = new CachedValue<>(this::read, nanos);
  }

  /**
   * Items in the order of their ids. Eventually consistent; the more levels there are, the later
   * changes show.
   *
   * @param prefix the beginning of an id or a name, ignoring case; empty for all items
   * @param limit the number of items, at least 1
   * @param afterItemId only items after this one
   */
  public Page<CatalogueItem, String> search(
      String prefix, int limit, Optional<String> afterItemId) {
    List<CatalogueItem> all = items.get();
    List<CatalogueItem> found =
        all.subList(afterItemId.map(id -> indexAfter(all, id)).orElse(0), all.size()).stream()
            .filter(item -> item.beginsWith(prefix))
            .limit(limit + 1L)
            .toList();
    return found.size() > limit
        ? new Page<>(found.subList(0, limit), Optional.of(found.get(limit - 1).itemId()))
        : new Page<>(found, Optional.empty());
  }

  private static int indexAfter(List<CatalogueItem> all, String itemId) {
    int low = 0;
    int high = all.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (all.get(middle).itemId().compareTo(itemId) <= 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private List<CatalogueItem> read() {
    Map<String, Named> byId = new HashMap<>();
    for (String warehouse : stock.warehouseNames()) {
      for (Level level : stock.allOf(warehouse)) {
        byId.merge(
            level.itemId(),
            new Named(new CatalogueItem(level.itemId(), level.itemName()), level.named()),
            Catalogue::later);
      }
    }
    return byId.values().stream()
        .map(Named::item)
        .sorted(Comparator.comparing(CatalogueItem::itemId))
        .toList();
  }

  private static Named later(Named one, Named other) {
    return other.position().compareTo(one.position()) > 0 ? other : one;
  }
}
