package inventory.reporting.domain.movements;

import inventory.model.Position;
import inventory.model.movement.Closing;
import inventory.model.table.MovementItem;
import java.time.Instant;
import java.util.Optional;

/**
 * A moment of the past. Facts count if they happened by then; and, to see the stock as it was known
 * at some time, only if they were recorded by that time.
 *
 * @param at the last time of the facts that count
 * @param knownAt the last time at which they were recorded; empty for everything known now
 */
public record Moment(Instant at, Optional<Instant> knownAt) {

  /** Whether a movement was recorded by then. One that a rebuild restored always was. */
  boolean knows(MovementItem item) {
    return knownAt
        .flatMap(limit -> item.movement().recordedAt().map(at -> !at.isAfter(limit)))
        .orElse(true);
  }

  /** Whether a closing lies before it. */
  boolean includes(Closing closing) {
    return !Position.instant(closing.through()).isAfter(at)
        && knownAt.map(limit -> !closing.writtenAt().isAfter(limit)).orElse(true);
  }

  /** Whether a level is the same now as at this moment. */
  boolean isPresent(LevelState level) {
    return !Position.instant(level.latest()).isAfter(at)
        && knownAt.map(limit -> !level.updatedAt().isAfter(limit)).orElse(true);
  }
}
