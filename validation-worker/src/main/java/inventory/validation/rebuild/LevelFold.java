package inventory.validation.rebuild;

import inventory.model.movement.Movement;
import inventory.model.movement.RowsAfter;
import inventory.model.movement.StockLevel;
import java.math.BigInteger;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Computes a level from all its movements in the order of their positions. No change before a count
 * in this order can be later than the count.
 */
final class LevelFold {

  private final Map<RowsAfter, BigInteger> known;
  private final Set<RowsAfter> needed = new HashSet<>();
  private Optional<StockLevel> level = Optional.empty();
  private int count;

  /**
   * Starts without a level.
   *
   * @param known sums that were read from the files, in units
   */
  LevelFold(Map<RowsAfter, BigInteger> known) {
    this.known = known;
  }

  /** Adds the next movement. */
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

  /** The level after the movements so far; not valid while rows are needed. */
  Optional<StockLevel> level() {
    return level;
  }

  /** The rows without which the level cannot be computed; usually none. */
  Set<RowsAfter> needed() {
    return needed;
  }

  /** The number of movements added, including corrections. */
  int count() {
    return count;
  }

  private StockLevel after(StockLevel before, Movement movement) {
    if (movement.kind() == Movement.Kind.COUNT) {
      // The count includes all changes so far; their rows no longer matter.
      needed.clear();
      return before.counted(movement, counted -> BigInteger.ZERO);
    }
    return before.changed(movement, counted -> changeAfter(movement, counted));
  }

  private BigInteger changeAfter(Movement movement, String counted) {
    return movement.changeAfter(counted).orElseGet(() -> lookUp(RowsAfter.of(movement, counted)));
  }

  private BigInteger lookUp(RowsAfter rows) {
    BigInteger units = known.get(rows);
    if (units == null) {
      needed.add(rows);
      return BigInteger.ZERO;
    }
    return units;
  }
}
