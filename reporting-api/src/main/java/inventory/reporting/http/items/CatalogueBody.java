package inventory.reporting.http.items;

import inventory.reporting.domain.items.CatalogueItem;
import inventory.reporting.http.Column;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/** The answer to {@code GET /items}. */
@Serdeable
record CatalogueBody(List<Item> items, @Nullable String nextCursor) {

  /** An item of any warehouse. */
  @Serdeable
  record Item(String itemId, String itemName) {

    static final List<Column<Item>> COLUMNS =
        List.of(new Column<>("itemId", Item::itemId), new Column<>("itemName", Item::itemName));

    static Item of(CatalogueItem item) {
      return new Item(item.itemId(), item.itemName());
    }
  }
}
