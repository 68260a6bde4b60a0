package inventory.reporting.domain.alerts;

import inventory.model.AlertId;
import inventory.model.StockState;
import java.time.Instant;
import java.util.Optional;

/**
 * The record of an open alert (requirements A1 to A3).
 *
 * @param id the item in a warehouse, or the item's total
 * @param itemName the item's name when it reached the state
 * @param state {@code LOW} or {@code OUT}
 * @param since when stock fell below the threshold
 * @param acknowledgedAt when a person first acknowledged it
 * @param snoozedUntil until when no notification is sent
 * @param revision how often the record was written
 */
public record Alert(
    AlertId id,
    String itemName,
    StockState state,
    Instant since,
    Optional<Instant> acknowledgedAt,
    Optional<Instant> snoozedUntil,
    long revision) {

  /** The alert, acknowledged; an earlier acknowledgement stays. */
  Alert acknowledged(Instant at) {
    Optional<Instant> first = acknowledgedAt.or(() -> Optional.of(at));
    return new Alert(id, itemName, state, since, first, snoozedUntil, revision);
  }

  /** The alert, snoozed; an earlier snooze is replaced. */
  Alert snoozed(Instant until) {
    return new Alert(id, itemName, state, since, acknowledgedAt, Optional.of(until), revision);
  }
}
