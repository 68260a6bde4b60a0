package inventory.reporting.domain.alerts;

import inventory.model.AlertId;
import inventory.model.AlertRecord;
import inventory.model.AlertRecord.Decision;
import inventory.model.AlertRecord.Snooze;
import inventory.model.ItemTotal;
import inventory.model.StockKey;
import inventory.model.Thresholds;
import inventory.model.audit.AuditAction;
import inventory.model.audit.AuditEntry;
import inventory.model.order.OrderProposal;
import inventory.reporting.domain.Collisions;
import inventory.reporting.domain.NoSuchRecordException;
import inventory.reporting.domain.Page;
import inventory.reporting.domain.StoreUnavailableException;
import inventory.reporting.domain.items.Level;
import inventory.reporting.domain.items.StockReports;
import inventory.reporting.domain.items.ThresholdRecords;
import inventory.reporting.domain.orders.OrderProposals;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Reports open alerts with their current numbers, acknowledges and snoozes them. */
public final class OpenAlerts {

  private final AlertRecords alerts;
  private final StockReports stock;
  private final ThresholdRecords thresholds;
  private final OrderProposals orders;

  /** Reads from these, and writes to the first. */
  public OpenAlerts(
      AlertRecords alerts, StockReports stock, ThresholdRecords thresholds, OrderProposals orders) {
    this.alerts = alerts;
    this.stock = stock;
    this.thresholds = thresholds;
    this.orders = orders;
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
  public AlertReport acknowledge(AlertId id, Decision decision) {
    return change(
        id, AuditAction.ACKNOWLEDGE, decision, "", record -> record.acknowledge(decision));
  }

  /**
   * Snoozes an alert: no notification is sent until a time. A later call replaces that time.
   *
   * @throws NoSuchRecordException if the alert is not open
   * @throws StoreUnavailableException if the write keeps colliding with others
   */
  public AlertReport snooze(AlertId id, Snooze snooze) {
    return change(
        id,
        AuditAction.SNOOZE,
        snooze.decision(),
        "until " + snooze.until(),
        record -> record.snooze(snooze));
  }

  /**
   * Withdraws an acknowledgement. Idempotent.
   *
   * @throws NoSuchRecordException if the alert is not open
   * @throws StoreUnavailableException if the write keeps colliding with others
   */
  public AlertReport withdrawAcknowledgement(AlertId id, Decision decision) {
    return change(
        id,
        AuditAction.WITHDRAW_ACKNOWLEDGEMENT,
        decision,
        "",
        AlertRecord::withdrawAcknowledgement);
  }

  /**
   * Ends a snooze. Idempotent.
   *
   * @throws NoSuchRecordException if the alert is not open
   * @throws StoreUnavailableException if the write keeps colliding with others
   */
  public AlertReport endSnooze(AlertId id, Decision decision) {
    return change(id, AuditAction.END_SNOOZE, decision, "", AlertRecord::endSnooze);
  }

  private AlertReport change(
      AlertId id,
      AuditAction action,
      Decision decision,
      String detail,
      UnaryOperator<AlertRecord> transition) {
    AuditEntry entry = AuditEntry.about(id, action, decision, detail);
    Alert changed = Collisions.retry("an alert", () -> attempt(id, transition, entry));
    return reports(List.of(changed)).get(0);
  }

  private Optional<Alert> attempt(
      AlertId id, UnaryOperator<AlertRecord> transition, AuditEntry entry) {
    Alert before = alerts.find(id).orElseThrow(() -> NoSuchRecordException.ofAlert(id));
    Alert after = before.after(transition);
    return after.equals(before) || alerts.write(before, after, entry)
        ? Optional.of(after)
        : Optional.empty();
  }

  private List<AlertReport> reports(List<Alert> found) {
    List<AlertId> ids = found.stream().map(Alert::id).toList();
    Thresholds limits = thresholds.of(ids);
    Map<AlertId, BigInteger> inWarehouses = unitsInWarehouses(ids);
    Map<AlertId, BigInteger> units = new HashMap<>();
    for (AlertId id : ids) {
      units.put(
          id,
          id.warehouse().isPresent()
              ? inWarehouses.getOrDefault(id, BigInteger.ZERO)
              : total(id.itemId()));
    }
    Map<AlertId, OrderProposal> proposals = orders.of(units, limits);
    return found.stream()
        .map(alert -> new AlertReport(alert, units.get(alert.id()), proposals.get(alert.id())))
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

  /** The sum that alert-service compares with the threshold. */
  private BigInteger total(String itemId) {
    List<Level> levels = stock.levelsOf(itemId);
    return levels.isEmpty() ? BigInteger.ZERO : ItemTotal.of(levels).listedUnits();
  }
}
