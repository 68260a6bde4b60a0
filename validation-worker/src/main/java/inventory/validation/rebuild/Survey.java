package inventory.validation.rebuild;

import inventory.model.StockKey;
import inventory.model.movement.Movement;
import java.util.Map;
import java.util.Optional;

/**
 * The first look at an item: nearly always it proves that the table has the movements that the
 * files give and no other, and the level that follows from them. Memory does not grow with them.
 */
final class Survey {

  private final SourceFiles files;
  private final StockTable table;

  Survey(SourceFiles files, StockTable table) {
    this.files = files;
    this.table = table;
  }

  /**
   * Looks at an item.
   *
   * @param given what the files give to it
   * @return empty if all is well
   */
  Optional<Suspect> look(StockKey key, MovementSum given) {
    Optional<StoredLevel> level = table.level(key);
    MovementSum found = new MovementSum();
    LevelFold fold = new LevelFold(Map.of());
    for (Movement movement : table.movements(key)) {
      // Those of no listed file cannot be proved, and are facts all the same.
      if (files.has(movement.fileId())) {
        found.add(movement);
      }
      fold.add(movement);
    }
    boolean movementsDiffer = !found.isSameAs(given);
    boolean isWell =
        !movementsDiffer
            && fold.needed().isEmpty()
            && StoredLevel.problem(level, fold.level()).isEmpty();
    return isWell
        ? Optional.empty()
        : Optional.of(new Suspect(key, movementsDiffer, fold.count() + given.count()));
  }
}
