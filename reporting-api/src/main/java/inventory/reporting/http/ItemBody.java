package inventory.reporting.http;

import inventory.reporting.domain.ItemStock;
import inventory.reporting.domain.Level;
import io.micronaut.serde.annotation.Serdeable;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;

/** The answer to {@code GET /items/{itemId}}. */
@Serdeable
record ItemBody(
    String itemId,
    String itemName,
    BigInteger total,
    long restockIfBelow,
    List<InWarehouse> warehouses) {

  /** The item in one warehouse. */
  @Serdeable
  record InWarehouse(String warehouse, BigInteger stockLevel, Instant updatedAt) {

    static InWarehouse of(Level level) {
      return new InWarehouse(level.warehouse(), level.stockLevel(), level.updatedAt());
    }
  }

  static ItemBody of(ItemStock stock, long restockIfBelow) {
    return new ItemBody(
        stock.itemId(),
        stock.itemName(),
        stock.total(),
        restockIfBelow,
        stock.levels().stream().map(InWarehouse::of).toList());
  }
}
