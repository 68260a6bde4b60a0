package inventory.reporting.http;

import inventory.model.StockState;
import inventory.reporting.domain.Level;
import inventory.reporting.domain.StockedItem;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;

/** The answer to {@code GET /warehouses/{warehouse}/items}. */
@Serdeable
record WarehouseItemsBody(String warehouse, List<Item> items, @Nullable String nextCursor) {

  /** One item in this warehouse; one that was removed stays, as its history does. */
  @Serdeable
  record Item(
      String itemId,
      String itemName,
      BigInteger stockLevel,
      long restockIfBelow,
      StockState state,
      boolean removed,
      Instant updatedAt) {

    static final Columns<Item> COLUMNS =
        new Columns<>(
            List.of(
                "itemId",
                "itemName",
                "stockLevel",
                "restockIfBelow",
                "state",
                "removed",
                "updatedAt"),
            item ->
                List.of(
                    item.itemId(),
                    item.itemName(),
                    item.stockLevel(),
                    item.restockIfBelow(),
                    item.state(),
                    item.removed(),
                    item.updatedAt()));

    static Item of(StockedItem stocked) {
      Level level = stocked.level();
      return new Item(
          level.itemId(),
          level.itemName(),
          level.stockLevel(),
          stocked.restockIfBelow(),
          stocked.state(),
          level.removed(),
          level.updatedAt());
    }
  }
}
