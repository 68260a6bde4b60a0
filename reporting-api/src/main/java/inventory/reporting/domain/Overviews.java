package inventory.reporting.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * Makes overviews that many may ask for each second. Each part, and each warehouse, is remembered
 * by itself: a large one is read rarely, and makes no small one wait.
 */
public final class Overviews {

  private final StockReports stock;
  private final FileRecords files;
  private final LongSupplier nanos;
  private final Remembered<List<String>> names;
  private final Remembered<AlertCounts> alerts;
  private final Remembered<Optional<ValidationRun>> lastRun;
  private final Map<String, Remembered<WarehouseUnits>> units = new ConcurrentHashMap<>();
  private volatile FilesOfDay today;
  private volatile Overview latest;

  private record FilesOfDay(LocalDate day, Remembered<FileCounts> counts) {}

  /**
   * Reads from these.
   *
   * @param nanos the time of a clock that only goes forward, in nanoseconds
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
    this.names = new Remembered<>(stock::warehouseNames, nanos);
    this.alerts = new Remembered<>(alerts::count, nanos);
    this.lastRun =
        new Remembered<>(
            () -> runs.newestFirst(1, Optional.empty()).entries().stream().findFirst(), nanos);
  }

  /**
   * How everything stands now. While nothing changes the answer is the same one, its moment
   * included.
   *
   * @param now the moment that it is asked for
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
        .computeIfAbsent(warehouse, name -> new Remembered<>(() -> stock.unitsOf(name), nanos))
        .get();
  }

  private Remembered<FileCounts> filesOf(LocalDate day) {
    FilesOfDay present = today;
    if (present == null || !present.day().equals(day)) {
      present = new FilesOfDay(day, new Remembered<>(() -> files.count(day), nanos));
      today = present;
    }
    return present.counts();
  }

  private static LocalDate dayOf(Instant now) {
    return LocalDate.ofInstant(now, ZoneOffset.UTC);
  }
}
