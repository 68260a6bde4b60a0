package inventory.reporting.http.items;

import inventory.reporting.domain.items.WarehouseSize;
import inventory.reporting.http.Column;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/** The answer to {@code GET /warehouses}. */
@Serdeable
record WarehousesBody(List<Warehouse> warehouses) {

  /** A warehouse and the number of its items. */
  @Serdeable
  record Warehouse(String name, long items) {

    static final List<Column<Warehouse>> COLUMNS =
        List.of(new Column<>("name", Warehouse::name), new Column<>("items", Warehouse::items));

    static Warehouse of(WarehouseSize size) {
      return new Warehouse(size.name(), size.items());
    }
  }
}
