package inventory.validation.domain;

import inventory.model.table.Keys;
import java.util.List;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Holds every level against its movements, and asks what is asked of items and of the run. */
final class LevelsPhase {

  private static final Logger LOG = LoggerFactory.getLogger(LevelsPhase.class);

  private final List<Check> checks;
  private final Levels levels;
  private final Warehouses warehouses;
  private final Predicate<RuntimeException> isOutage;

  LevelsPhase(
      List<Check> checks,
      Levels levels,
      Warehouses warehouses,
      Predicate<RuntimeException> isOutage) {
    this.checks = checks;
    this.levels = levels;
    this.warehouses = warehouses;
    this.isOutage = isOutage;
  }

  /** Checks from where the run is. */
  void run(Run run, Checkpoints checkpoints) {
    levels.forEach(
        run.place().itemId(),
        levels.filesOf(run.id()),
        item -> {
          check(item, checkpoints);
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

  /** An original that is gone, say, must not keep the other items from being checked. */
  private void check(ItemFacts item, Checkpoints checkpoints) {
    for (Check check : checks) {
      try {
        check.item(item, checkpoints);
      } catch (RuntimeException e) {
        if (isOutage.test(e)) {
          throw e;
        }
        LOG.error("{} could not be checked by {}", item.itemId(), check.name(), e);
        checkpoints.add(unchecked(item, check, e));
      }
    }
  }

  private static Finding unchecked(ItemFacts item, Check check, RuntimeException failure) {
    return Finding.ofStock(
        Obstacle.UNCHECKED,
        "",
        item.itemId(),
        "%s could not be checked: %s".formatted(check.name(), failure.getMessage()),
        "a check that comes to its end");
  }
}
