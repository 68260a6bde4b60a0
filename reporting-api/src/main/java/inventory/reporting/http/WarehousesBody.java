package inventory.reporting.http;

import inventory.reporting.domain.WarehouseSize;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/** The answer to {@code GET /warehouses}. */
@Serdeable
record WarehousesBody(List<Warehouse> warehouses) {

  /** One warehouse. */
  @Serdeable
  record Warehouse(String name, long items) {}

  static WarehousesBody of(List<WarehouseSize> sizes) {
    return new WarehousesBody(
        sizes.stream().map(size -> new Warehouse(size.name(), size.items())).toList());
  }
}
