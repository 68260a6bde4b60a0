package inventory.reporting.domain.movements;

import inventory.model.table.MovementItem;
import java.math.BigInteger;
import java.util.List;

/**
 * A level as it is stored, with what its history needs.
 *
 * @param units units in stock
 * @param latest the position of the latest movement
 * @param revision changes with every movement that is recorded
 * @param marks movements that the level has and that may not be stored yet
 */
public record LevelState(
    BigInteger units, String latest, BigInteger revision, List<MovementItem> marks) {

  /** Copies the marks. */
  public LevelState {
    marks = List.copyOf(marks);
  }
}
