package inventory.reporting.http.items;

import inventory.model.AlertId;
import inventory.model.ItemTotal;
import inventory.model.StockState;
import inventory.model.Thresholds;
import inventory.model.order.OrderProposal;
import inventory.reporting.domain.items.ItemRecords;
import inventory.reporting.domain.items.Level;
import inventory.reporting.http.OrderBody;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** The answer to {@code GET /item}. {@code restockIfBelow} is the threshold of the total. */
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
      @Schema(format = "date-time", requiredMode = Schema.RequiredMode.REQUIRED) String updatedAt,
      @Schema(description = "What to order. Null unless the state is LOW or OUT.") @Nullable
          OrderBody order) {

    static InWarehouse of(Level level, long restockIfBelow, @Nullable OrderBody order) {
      return new InWarehouse(
          level.warehouse(),
          level.stockLevel(),
          restockIfBelow,
          level.state(restockIfBelow),
          level.removed(),
          level.updatedAt(),
          order);
    }
  }

  /**
   * The body of an item.
   *
   * @param orders what to order where the item is low
   * @param today the day in UTC
   */
  static ItemBody of(
      String itemId,
      ItemRecords.ItemRecord item,
      Map<AlertId, OrderProposal> orders,
      LocalDate today) {
    Thresholds thresholds = item.thresholds();
    ItemTotal total = ItemTotal.of(item.levels());
    return new ItemBody(
        itemId,
        total.itemName(),
        total.units(),
        thresholds.of(AlertId.ofTotal(itemId)),
        item.levels().stream()
            .map(level -> inWarehouse(level, thresholds, orders, today))
            .toList());
  }

  private static InWarehouse inWarehouse(
      Level level, Thresholds thresholds, Map<AlertId, OrderProposal> orders, LocalDate today) {
    AlertId id = AlertId.of(level.key());
    OrderProposal order = orders.get(id);
    return InWarehouse.of(
        level, thresholds.of(id), order == null ? null : OrderBody.of(order, today));
  }
}
