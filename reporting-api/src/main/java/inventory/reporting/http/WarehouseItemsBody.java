package inventory.reporting.http;

import inventory.model.StockState;
import inventory.reporting.domain.Level;
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

    static Item of(Level level, long restockIfBelow) {
      return new Item(
          level.itemId(),
          level.itemName(),
          level.stockLevel(),
          restockIfBelow,
          level.state(restockIfBelow),
          level.removed(),
          level.updatedAt());
    }
  }
}
