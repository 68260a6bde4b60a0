package inventory.reporting.domain.alerts;

import inventory.model.AlertId;
import inventory.model.StockState;
import inventory.reporting.domain.Page;
import java.time.Instant;
import java.util.Optional;

/** Where the alerts are read, and where people's notes on them are kept. */
public interface AlertRecords {

  /**
   * Which open alerts are asked for.
   *
   * @param state only alerts in this state
   * @param warehouse only alerts in this warehouse, and none on totals
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
   * The open alerts: what is out of stock before what is low, the newest first in both; it may lag
   * the last changes by moments.
   *
   * @param filter which alerts
   * @param limit how many, at least 1
   * @param after only alerts after this position
   */
  Page<Alert, PagePosition> open(Filter filter, int limit, Optional<PagePosition> after);

  /** How many alerts are open; it may lag the last changes by moments. All of them are read. */
  AlertCounts count();

  /** The alert as of now; empty if it is not open. */
  Optional<Alert> find(AlertId id);

  /**
   * Keeps that a person took note of an alert.
   *
   * @param alert the alert as it was read, with the note
   * @return false if it is no longer as it was read: then nothing was written
   */
  boolean acknowledge(Alert alert);

  /**
   * Keeps until when an alert is snoozed, for the alert and for whoever ends snoozes, both or none.
   *
   * @param alert the alert as it was read, with the end of its snooze
   * @return false if it is no longer as it was read: then nothing was written
   */
  boolean snooze(Alert alert);
}
