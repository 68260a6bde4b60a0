package inventory.alert.domain;

import inventory.model.StockState;
import java.time.Instant;
import java.util.Optional;

/**
 * What is on record of an alert.
 *
 * @param state the state that was last reached
 * @param noticed the worst state that purchasing was told of since the last recovery
 * @param since when stock fell below the threshold; empty while it is {@code OK}
 * @param acknowledgedAt when a person took note of it
 * @param snoozedUntil until when nothing is to be sent
 * @param notices how often people were to be told of it
 * @param revision how often the record was written, 0 where there is none
 */
public record AlertRecord(
    StockState state,
    StockState noticed,
    Optional<Instant> since,
    Optional<Instant> acknowledgedAt,
    Optional<Instant> snoozedUntil,
    long notices,
    long revision) {

  /** What is known of stock that was never low. */
  public static final AlertRecord NONE =
      new AlertRecord(
          StockState.OK, StockState.OK, Optional.empty(), Optional.empty(), Optional.empty(), 0, 0);

  /** Whether nothing is to be sent at that time. */
  boolean isSnoozed(Instant now) {
    return snoozedUntil.isPresent() && snoozedUntil.get().isAfter(now);
  }
}
