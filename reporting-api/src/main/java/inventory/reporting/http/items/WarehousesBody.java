package inventory.reporting.http.items;

import inventory.model.freshness.Freshness;
import inventory.reporting.domain.overview.WarehouseCounts;
import inventory.reporting.domain.overview.WarehouseFreshness;
import inventory.reporting.http.Column;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The answer to {@code GET /warehouses}. */
@Serdeable
record WarehousesBody(List<Warehouse> warehouses, @Nullable String nextCursor) {

  /**
   * A warehouse in numbers; {@code low} and {@code out} count the items with an open alert, and
   * {@code lastFileAt} is when a file last changed a level.
   */
  @Serdeable
  record Warehouse(
      String name,
      long items,
      BigInteger units,
      long low,
      long out,
      @Nullable Instant lastFileAt,
      @Schema(description = "LATE after twice the usual interval, SILENT after five times.")
          Freshness.State freshness,
      @Schema(description = "The usual time between two files, ISO 8601. Null if UNKNOWN.")
          @Nullable
          String usualInterval) {

    static final List<Column<Warehouse>> COLUMNS =
        List.of(
            new Column<>("name", Warehouse::name),
            new Column<>("items", Warehouse::items),
            new Column<>("units", Warehouse::units),
            new Column<>("low", Warehouse::low),
            new Column<>("out", Warehouse::out),
            new Column<>("lastFileAt", Warehouse::lastFileAt),
            new Column<>("freshness", Warehouse::freshness),
            new Column<>("usualInterval", Warehouse::usualInterval));

    static Warehouse of(WarehouseCounts counts, WarehouseFreshness freshness) {
      return new Warehouse(
          counts.name(),
          counts.items(),
          counts.units(),
          counts.alerts().low(),
          counts.alerts().out(),
          counts.lastFileAt().orElse(null),
          freshness.state(),
          freshness.usualInterval().map(Duration::toString).orElse(null));
    }
  }
}
