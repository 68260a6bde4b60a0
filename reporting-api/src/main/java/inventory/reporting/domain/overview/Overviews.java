package inventory.reporting.domain.overview;

import inventory.model.table.RunItem;
import inventory.reporting.domain.CachedValue;
import inventory.reporting.domain.alerts.AlertCounts;
import inventory.reporting.domain.alerts.AlertRecords;
import inventory.reporting.domain.files.FileCounts;
import inventory.reporting.domain.files.FileRecords;
import inventory.reporting.domain.items.StockReports;
import inventory.reporting.domain.items.WarehouseUnits;
import inventory.reporting.domain.runs.ValidationRuns;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * Makes overviews that many clients may poll each second. Each part and each warehouse is cached by
 * itself: a large one is read rarely and does not delay the small ones.
 */
public final class Overviews {

  private final StockReports stock;
  private final FileRecords files;
  private final LongSupplier nanos;
  private final CachedValue<List<String>> names;
  private final CachedValue<AlertCounts> alerts;
  private final CachedValue<Optional<RunItem>> lastRun;
  private final Map<String, CachedValue<WarehouseUnits>> units = new ConcurrentHashMap<>();
  private volatile FilesOfDay today;
  private volatile Overview latest;

  private record FilesOfDay(LocalDate day, CachedValue<FileCounts> counts) {}

  /**
   * Reads from these.
   *
   * @param nanos a monotonic clock in nanoseconds
   */
  public Overviews(
      StockReports stock,
      AlertRecords alerts,
      FileRecords files,
      ValidationRuns runs,
      LongSupplier nanos) {
    this.stock = stock;
    this.files = files;
    this.nanos = nanos;
    this.names = new CachedValue<>(stock::warehouseNames, nanos);
    this.alerts = new CachedValue<>(alerts::count, nanos);
    this.lastRun =
        new CachedValue<>(
            () -> runs.newestFirst(1, Optional.empty()).entries().stream().findFirst(), nanos);
  }

  /**
   * The current state of everything. While nothing changes, the answer is the same, including its
   * time.
   */
  public Overview at(Instant now) {
    AlertCounts open = alerts.get();
    List<Overview.Warehouse> warehouses =
        names.get().stream()
            .map(name -> new Overview.Warehouse(name, unitsOf(name), open.of(name)))
            .toList();
    Overview overview =
        new Overview(now, warehouses, filesOf(dayOf(now)).get(), lastRun.get(), open.all());
    Overview before = latest;
    if (before != null && before.equals(overview.asOf(before.at()))) {
      return before;
    }
    latest = overview;
    return overview;
  }

  private WarehouseUnits unitsOf(String warehouse) {
    return units
        .computeIfAbsent(warehouse, name -> new CachedValue<>(() -> stock.unitsOf(name), nanos))
        .get();
  }

  private CachedValue<FileCounts> filesOf(LocalDate day) {
    FilesOfDay present = today;
    if (present == null || !present.day().equals(day)) {
      present = new FilesOfDay(day, new CachedValue<>(() -> files.count(day), nanos));
      today = present;
    }
    return present.counts();
  }

  private static LocalDate dayOf(Instant now) {
    return LocalDate.ofInstant(now, ZoneOffset.UTC);
  }
}
