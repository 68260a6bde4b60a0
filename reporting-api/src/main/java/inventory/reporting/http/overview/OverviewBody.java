package inventory.reporting.http.overview;

import inventory.model.FileStatus;
import inventory.model.freshness.Freshness;
import inventory.reporting.domain.alerts.LowAndOut;
import inventory.reporting.domain.files.FileCounts;
import inventory.reporting.domain.overview.Counters;
import inventory.reporting.domain.overview.Overview;
import inventory.reporting.domain.overview.WarehouseCounts;
import inventory.reporting.domain.overview.WarehouseFreshness;
import inventory.reporting.http.runs.RunBody;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The answer to {@code GET /overview}; {@code warehouses} has the first 100 in the order of their
 * names.
 */
@Serdeable
record OverviewBody(
    Instant at,
    List<Warehouse> warehouses,
    Totals totals,
    FilesToday filesToday,
    @Nullable RunBody lastValidation,
    OpenAlerts openAlerts) {

  /** A warehouse; {@code low} and {@code out} count the items with an open alert. */
  @Serdeable
  record Warehouse(
      String name,
      long items,
      BigInteger units,
      long low,
      long out,
      @Schema(description = "When a file last changed a level.") @Nullable Instant lastFileAt,
      @Schema(description = "LATE after twice the usual interval, SILENT after five times.")
          Freshness.State freshness,
      @Schema(description = "The usual time between two files, ISO 8601. Null if UNKNOWN.")
          @Nullable
          String usualInterval) {}

  /** All warehouses together. An item counts once in each warehouse that has it. */
  @Serdeable
  record Totals(long warehouses, long items, BigInteger units, long low, long out) {}

  /** The files of today, in UTC. {@code byStatus} has every status. */
  @Serdeable
  record FilesToday(long total, Map<String, Long> byStatus, long rowsApplied, long rowsRejected) {}

  /** All open alerts, including those on totals. */
  @Serdeable
  record OpenAlerts(long low, long out) {}

  static OverviewBody of(Overview overview, Map<String, WarehouseFreshness> freshness) {
    Counters.Everything all = overview.everything();
    LowAndOut open = all.inWarehouses().plus(all.onTotals());
    return new OverviewBody(
        overview.at(),
        overview.warehouses().stream()
            .map(counts -> warehouse(counts, freshness.get(counts.name())))
            .toList(),
        new Totals(
            all.warehouses(),
            all.items(),
            all.units(),
            all.inWarehouses().low(),
            all.inWarehouses().out()),
        files(overview.files()),
        overview.lastRun().map(RunBody::of).orElse(null),
        new OpenAlerts(open.low(), open.out()));
  }

  private static Warehouse warehouse(WarehouseCounts one, WarehouseFreshness freshness) {
    return new Warehouse(
        one.name(),
        one.items(),
        one.units(),
        one.alerts().low(),
        one.alerts().out(),
        one.lastFileAt().orElse(null),
        freshness.state(),
        freshness.usualInterval().map(Duration::toString).orElse(null));
  }

  private static FilesToday files(FileCounts files) {
    Map<String, Long> byStatus = new LinkedHashMap<>();
    for (FileStatus status : FileStatus.values()) {
      byStatus.put(status.name(), files.byStatus().getOrDefault(status, 0L));
    }
    return new FilesToday(files.total(), byStatus, files.rowsApplied(), files.rowsRejected());
  }
}
