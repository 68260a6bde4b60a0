package inventory.reporting.http;

import inventory.model.AlertId;
import inventory.reporting.domain.Level;
import inventory.reporting.domain.NoSuchRecordException;
import inventory.reporting.domain.Page;
import inventory.reporting.domain.StockReports;
import inventory.reporting.domain.ThresholdRecords;
import inventory.reporting.domain.Thresholds;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;

/** Reports by warehouse (requirements R1 and R2). */
@Controller(Paths.ROOT + "/warehouses")
@ExecuteOn(TaskExecutors.IO)
final class WarehouseController {

  private final StockReports stock;
  private final ThresholdRecords thresholds;

  WarehouseController(StockReports stock, ThresholdRecords thresholds) {
    this.stock = stock;
    this.thresholds = thresholds;
  }

  @Get
  WarehousesBody warehouses() {
    return WarehousesBody.of(stock.warehouses());
  }

  @Get("/{warehouse}/items")
  WarehouseItemsBody items(
      @PathVariable String warehouse,
      @Nullable @QueryValue String greaterThan,
      @Nullable @QueryValue String limit,
      @Nullable @QueryValue String cursor) {
    String name = Parameters.name("warehouse", warehouse);
    Optional<BigInteger> above = Parameters.greaterThan(greaterThan);
    List<String> query = List.of("items", name, above.map(BigInteger::toString).orElse(""));
    Page<Level> page =
        stock.itemsOf(name, above, Parameters.limit(limit), afterItem(query, cursor));
    if (page.entries().isEmpty() && !stock.knowsWarehouse(name)) {
      throw new NoSuchRecordException("warehouse", name);
    }
    return new WarehouseItemsBody(
        name,
        items(page.entries()),
        page.next().map(last -> Cursor.encode(query, List.of(last.itemId()))).orElse(null));
  }

  private List<WarehouseItemsBody.Item> items(List<Level> levels) {
    Thresholds limits =
        thresholds.of(levels.stream().map(level -> AlertId.of(level.key())).toList());
    return levels.stream()
        .map(level -> WarehouseItemsBody.Item.of(level, limits.of(AlertId.of(level.key()))))
        .toList();
  }

  private static Optional<String> afterItem(List<String> query, @Nullable String cursor) {
    return Parameters.given(cursor)
        .map(given -> Parameters.name("cursor", Cursor.decode(query, given, 1).get(0)));
  }
}
