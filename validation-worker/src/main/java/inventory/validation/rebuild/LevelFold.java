package inventory.validation.rebuild;

import inventory.model.Position;
import inventory.model.movement.Movement;
import inventory.model.movement.StockLevel;
import java.math.BigInteger;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Computes a level from all its movements, taken in the order of their positions: no change that
 * came before a count in this order can be later than it.
 */
final class LevelFold {

  private final Map<RowsNeeded, BigInteger> known;
  private final Set<RowsNeeded> needed = new HashSet<>();
  private Optional<StockLevel> level = Optional.empty();
  private int count;

  /**
   * Begins with no level.
   *
   * @param known answers that were read from the files, in units
   */
  LevelFold(Map<RowsNeeded, BigInteger> known) {
    this.known = known;
  }

  /** Adds the movement that comes next. */
  void add(Movement movement) {
    count++;
    if (!movement.isCorrection()) {
      level =
          Optional.of(
              level
                  .map(before -> after(before, movement))
                  .orElseGet(() -> StockLevel.first(movement)));
    }
  }

  /** The level by the movements so far; without meaning while rows are needed. */
  Optional<StockLevel> level() {
    return level;
  }

  /** What must be known before the level is; nothing, as a rule. */
  Set<RowsNeeded> needed() {
    return needed;
  }

  /** How many movements were added, corrections too. */
  int count() {
    return count;
  }

  private StockLevel after(StockLevel before, Movement movement) {
    if (movement.kind() == Movement.Kind.COUNT) {
      // It counts what all changes so far came to, their rows no longer matter.
      needed.clear();
      return before.counted(movement, counted -> BigInteger.ZERO);
    }
    return before.changed(movement, counted -> changeAfter(movement, counted));
  }

  private BigInteger changeAfter(Movement movement, String counted) {
    return movement
        .changeAfter(counted)
        .orElseGet(
            () ->
                lookUp(
                    new RowsNeeded(movement.fileId(), movement.key(), Position.instant(counted))));
  }

  private BigInteger lookUp(RowsNeeded rows) {
    BigInteger units = known.get(rows);
    if (units == null) {
      needed.add(rows);
      return BigInteger.ZERO;
    }
    return units;
  }
}
