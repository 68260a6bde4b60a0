package inventory.validation.rebuild;

import inventory.model.StockKey;
import inventory.model.movement.Movement;
import inventory.model.table.LevelItem.Parts;
import inventory.validation.rebuild.source.SourceFiles;
import java.util.Map;
import java.util.Optional;

/**
 * The first check of an item. It nearly always proves that the table has exactly the movements that
 * the files give, and the level that follows from them. Its memory does not grow with the
 * movements.
 */
final class Survey {

  private final SourceFiles files;
  private final StockTable table;

  Survey(SourceFiles files, StockTable table) {
    this.files = files;
    this.table = table;
  }

  /**
   * Checks an item.
   *
   * @param given the movements that the files give for it
   * @return empty if the item is correct
   */
  Optional<Suspect> check(StockKey key, MovementSum given) {
    Optional<Parts> level = table.level(key);
    MovementSum found = new MovementSum();
    LevelFold fold = new LevelFold(Map.of());
    for (Movement movement : table.movements(key)) {
      // Movements of files that are not listed cannot be verified, but they count as facts.
      if (files.has(movement.fileId())) {
        found.add(movement);
      }
      fold.add(movement);
    }
    boolean movementsDiffer = !found.isSameAs(given);
    boolean isCorrect =
        !movementsDiffer
            && fold.needed().isEmpty()
            && TableLevel.problem(level, fold.level()).isEmpty();
    return isCorrect
        ? Optional.empty()
        : Optional.of(new Suspect(key, movementsDiffer, fold.count() + given.count()));
  }
}
