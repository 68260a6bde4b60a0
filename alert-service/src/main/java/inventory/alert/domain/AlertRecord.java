package inventory.alert.domain;

import inventory.model.StockState;
import java.time.Instant;
import java.util.Optional;

/**
 * A stored alert.
 *
 * @param state the state that was last reached
 * @param noticed the worst state that purchasing was notified of since the last recovery
 * @param since when stock fell below the threshold; empty while the state is {@code OK}
 * @param acknowledgedAt when a person acknowledged it
 * @param snoozedUntil when the snooze ends; nothing is sent before
 * @param notifications how many notifications it caused
 * @param revision how often the record was written, 0 if there is none
 */
public record AlertRecord(
    StockState state,
    StockState noticed,
    Optional<Instant> since,
    Optional<Instant> acknowledgedAt,
    Optional<Instant> snoozedUntil,
    long notifications,
    long revision) {

  /** The record of stock that was never low. */
  public static final AlertRecord NONE =
      new AlertRecord(
          StockState.OK, StockState.OK, Optional.empty(), Optional.empty(), Optional.empty(), 0, 0);

  /** Whether the alert is snoozed at that time. */
  boolean isSnoozed(Instant now) {
    return snoozedUntil.isPresent() && snoozedUntil.get().isAfter(now);
  }
}
