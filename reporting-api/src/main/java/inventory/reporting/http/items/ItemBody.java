package inventory.reporting.http.items;

import inventory.model.AlertId;
import inventory.model.ItemTotal;
import inventory.model.StockState;
import inventory.model.Thresholds;
import inventory.reporting.domain.items.ItemRecords;
import inventory.reporting.domain.items.Level;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigInteger;
import java.util.List;

/**
 * The answer to {@code GET /items/{itemId}}. {@code restockIfBelow} is the threshold of the total.
 */
@Serdeable
record ItemBody(
    String itemId,
    String itemName,
    BigInteger total,
    long restockIfBelow,
    List<InWarehouse> warehouses) {

  /** The item in one warehouse. {@code removed} is true if an event took it off the list there. */
  @Serdeable
  record InWarehouse(
      String warehouse,
      BigInteger stockLevel,
      long restockIfBelow,
      StockState state,
      boolean removed,
      @Schema(format = "date-time", requiredMode = Schema.RequiredMode.REQUIRED) String updatedAt) {

    static InWarehouse of(Level level, long restockIfBelow) {
      return new InWarehouse(
          level.warehouse(),
          level.stockLevel(),
          restockIfBelow,
          level.state(restockIfBelow),
          level.removed(),
          level.updatedAt());
    }
  }

  static ItemBody of(String itemId, ItemRecords.ItemRecord item) {
    Thresholds thresholds = item.thresholds();
    ItemTotal total = ItemTotal.of(item.levels());
    return new ItemBody(
        itemId,
        total.itemName(),
        total.units(),
        thresholds.of(AlertId.ofTotal(itemId)),
        item.levels().stream()
            .map(level -> InWarehouse.of(level, thresholds.of(AlertId.of(level.key()))))
            .toList());
  }
}
