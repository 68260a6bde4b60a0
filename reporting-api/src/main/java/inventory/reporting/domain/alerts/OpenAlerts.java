package inventory.reporting.domain.alerts;

import inventory.model.AlertId;
import inventory.model.StockKey;
import inventory.reporting.domain.NoSuchRecordException;
import inventory.reporting.domain.Page;
import inventory.reporting.domain.StoreUnavailableException;
import inventory.reporting.domain.items.Level;
import inventory.reporting.domain.items.StockReports;
import inventory.reporting.domain.items.ThresholdRecords;
import inventory.reporting.domain.items.Thresholds;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Reports open alerts with their current numbers, acknowledges and snoozes them. */
public final class OpenAlerts {

  private final AlertRecords alerts;
  private final StockReports stock;
  private final ThresholdRecords thresholds;

  /** Reads from these, and writes to the first. */
  public OpenAlerts(AlertRecords alerts, StockReports stock, ThresholdRecords thresholds) {
    this.alerts = alerts;
    this.stock = stock;
    this.thresholds = thresholds;
  }

  /**
   * A page of the open alerts, in the order of {@link AlertRecords#open}.
   *
   * @param limit the number of alerts, at least 1
   * @param after only alerts after this position; empty for the first page
   */
  public Page<AlertReport, AlertRecords.PagePosition> page(
      AlertRecords.Filter filter, int limit, Optional<AlertRecords.PagePosition> after) {
    Page<Alert, AlertRecords.PagePosition> page = alerts.open(filter, limit, after);
    return new Page<>(reports(page.entries()), page.next());
  }

  /**
   * Acknowledges an alert. Idempotent.
   *
   * @throws NoSuchRecordException if the alert is not open
   * @throws StoreUnavailableException if the write keeps colliding with others
   */
  public AlertReport acknowledge(AlertId id, Instant now) {
    return change(id, alert -> alert.acknowledged(now), alerts::acknowledge);
  }

  /**
   * Snoozes an alert: no notification is sent until a time. A later call replaces that time.
   *
   * @throws NoSuchRecordException if the alert is not open
   * @throws StoreUnavailableException if the write keeps colliding with others
   */
  public AlertReport snooze(AlertId id, Instant until) {
    return change(id, alert -> alert.snoozed(until), alerts::snooze);
  }

  private AlertReport change(AlertId id, UnaryOperator<Alert> change, Predicate<Alert> write) {
    Backoff backoff = new Backoff();
    while (true) {
      Alert before = alerts.find(id).orElseThrow(() -> NoSuchRecordException.ofAlert(id));
      Alert after = change.apply(before);
      if (after.equals(before) || write.test(after)) {
        return reports(List.of(after)).get(0);
      }
      backoff.pause();
    }
  }

  private List<AlertReport> reports(List<Alert> found) {
    List<AlertId> ids = found.stream().map(Alert::id).toList();
    Thresholds limits = thresholds.of(ids);
    Map<AlertId, BigInteger> units = unitsInWarehouses(ids);
    return found.stream()
        .map(
            alert ->
                new AlertReport(
                    alert,
                    alert.id().warehouse().isPresent()
                        ? units.getOrDefault(alert.id(), BigInteger.ZERO)
                        : total(alert.id().itemId()),
                    limits.of(alert.id())))
        .toList();
  }

  private Map<AlertId, BigInteger> unitsInWarehouses(List<AlertId> ids) {
    List<StockKey> keys =
        ids.stream()
            .flatMap(id -> id.warehouse().map(name -> new StockKey(name, id.itemId())).stream())
            .toList();
    return stock.levelsOf(keys).stream()
        .collect(Collectors.toUnmodifiableMap(level -> AlertId.of(level.key()), Level::stockLevel));
  }

  /** What alert-service judges a total by: the warehouses in which the item is on the list. */
  private BigInteger total(String itemId) {
    return stock.levelsOf(itemId).stream()
        .filter(level -> !level.removed())
        .map(Level::stockLevel)
        .reduce(BigInteger.ZERO, BigInteger::add);
  }
}
