package inventory.reporting.domain.alerts;

import inventory.model.AlertId;
import inventory.model.StockState;
import inventory.model.audit.AuditEntry;
import inventory.reporting.domain.Page;
import java.time.Instant;
import java.util.Optional;

/** Stores the alerts, with acknowledgements and snoozes. */
public interface AlertRecords {

  /**
   * Selects open alerts.
   *
   * @param state only alerts in this state
   * @param warehouse only alerts in this warehouse, which excludes those on totals
   */
  record Filter(Optional<StockState> state, Optional<String> warehouse) {}

  /**
   * The position of an alert in the list of open alerts.
   *
   * @param state its state
   * @param since when it opened
   * @param id the alert's id
   */
  record PagePosition(StockState state, Instant since, AlertId id) {

    /** The position of an alert. */
    public static PagePosition of(Alert alert) {
      return new PagePosition(alert.state(), alert.since(), alert.id());
    }
  }

  /**
   * The open alerts: {@code OUT} before {@code LOW}, each newest first. Eventually consistent.
   *
   * @param limit the number of alerts, at least 1
   * @param after only alerts after this position
   */
  Page<Alert, PagePosition> open(Filter filter, int limit, Optional<PagePosition> after);

  /** The current alert; empty if it is not open. */
  Optional<Alert> find(AlertId id);

  /**
   * Records what a person decided about an alert. The end of a snooze is recorded for
   * alert-service, too, and an earlier end is removed. The decision is on record with it.
   *
   * @param before the alert as it was read
   * @param after the alert with the decision
   * @return false if the alert has changed since it was read; then nothing is written
   */
  boolean write(Alert before, Alert after, AuditEntry entry);
}
