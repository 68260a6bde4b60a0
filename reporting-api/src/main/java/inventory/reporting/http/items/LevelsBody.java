package inventory.reporting.http.items;

import inventory.model.StockState;
import inventory.reporting.domain.items.Level;
import inventory.reporting.domain.items.StockedItem;
import inventory.reporting.http.Column;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigInteger;
import java.util.List;

/** The answer to {@code GET /levels}. */
@Serdeable
record LevelsBody(String warehouse, List<Item> items, @Nullable String nextCursor) {

  /** An item in this warehouse. An item that was removed stays in the list, with its history. */
  @Serdeable
  record Item(
      String itemId,
      String itemName,
      BigInteger stockLevel,
      long restockIfBelow,
      StockState state,
      boolean removed,
      @Schema(format = "date-time", requiredMode = Schema.RequiredMode.REQUIRED) String updatedAt) {

    static final List<Column<Item>> COLUMNS =
        List.of(
            new Column<>("itemId", Item::itemId),
            new Column<>("itemName", Item::itemName),
            new Column<>("stockLevel", Item::stockLevel),
            new Column<>("restockIfBelow", Item::restockIfBelow),
            new Column<>("state", Item::state),
            new Column<>("removed", Item::removed),
            new Column<>("updatedAt", Item::updatedAt));

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
