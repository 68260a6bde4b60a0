package inventory.reporting.domain.alerts;

import inventory.model.AlertId;
import inventory.model.StockState;
import java.time.Instant;
import java.util.Optional;

/**
 * An open alert, as it is on record (requirements A1 to A3).
 *
 * @param id what it is on
 * @param itemName the item's name when the state was reached
 * @param state {@code LOW} or {@code OUT}
 * @param since when stock fell below the threshold
 * @param acknowledgedAt when a person took note of it; empty where nobody has
 * @param snoozedUntil until when nothing is to be sent; empty if it is not snoozed
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

  /** The same with a person's note; the first one stays. */
  Alert acknowledged(Instant at) {
    Optional<Instant> first = acknowledgedAt.or(() -> Optional.of(at));
    return new Alert(id, itemName, state, since, first, snoozedUntil, revision);
  }

  /** The same with an end of its snooze, which replaces an earlier one. */
  Alert snoozed(Instant until) {
    return new Alert(id, itemName, state, since, acknowledgedAt, Optional.of(until), revision);
  }
}
