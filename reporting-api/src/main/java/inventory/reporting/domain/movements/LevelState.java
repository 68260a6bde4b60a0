package inventory.reporting.domain.movements;

import inventory.model.Position;
import inventory.model.movement.Closing;
import inventory.model.table.MovementItem;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A level as it is stored, with what its history needs.
 *
 * @param units units in stock
 * @param latest the position of the latest movement
 * @param revision changes with every movement that is recorded
 * @param updatedAt when a movement was last recorded
 * @param proved the time up to which the nightly validation proved it and wrote its closings; empty
 *     if it never did
 * @param late the earliest row that was recorded since and came behind others
 * @param marks movements that the level has and that may not be stored yet
 */
public record LevelState(
    BigInteger units,
    String latest,
    BigInteger revision,
    Instant updatedAt,
    Optional<Instant> proved,
    Optional<Instant> late,
    List<MovementItem> marks) {

  /** Copies the marks. */
  public LevelState {
    marks = List.copyOf(marks);
  }

  /** Whether the closings have every row up to a time. */
  boolean isClosedAt(Instant time) {
    return proved.filter(end -> !end.isBefore(time)).isPresent()
        && late.map(time::isBefore).orElse(true);
  }

  /** Whether a closing lacks no row up to its own time. */
  boolean isValid(Closing closing) {
    Instant through = Position.instant(closing.through());
    return proved.isPresent() && late.map(through::isBefore).orElse(true);
  }
}
