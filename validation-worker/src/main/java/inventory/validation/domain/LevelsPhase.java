package inventory.validation.domain;

import inventory.model.table.Keys;
import java.util.List;

/** Holds every level against its movements, and asks what is asked of items and of the run. */
final class LevelsPhase {

  private final List<Check> checks;
  private final Levels levels;
  private final Warehouses warehouses;

  LevelsPhase(List<Check> checks, Levels levels, Warehouses warehouses) {
    this.checks = checks;
    this.levels = levels;
    this.warehouses = warehouses;
  }

  /** Checks from where the run is. */
  void run(Run run, Checkpoints checkpoints) {
    levels.forEach(
        run.place().itemId(),
        levels.filesOf(run.id()),
        item -> {
          checks.forEach(check -> check.item(item, checkpoints));
          run.levelsChecked(item.levels().size());
          if (checkpoints.isDue()) {
            checkpoints.save(run.place().behindItem(Keys.sortable(item.itemId())));
            checkpoints.stopIfAsked();
          }
        });
    RunFacts facts = new RunFacts(run.startedAt(), warehouses.all());
    checks.forEach(check -> check.run(facts, checkpoints));
    checkpoints.save(run.place().atEnd());
  }
}
