package inventory.validation.run;

import inventory.validation.domain.Check;
import inventory.validation.domain.Finding;
import inventory.validation.domain.ItemFacts;
import inventory.validation.domain.Levels;
import inventory.validation.domain.RunFacts;
import inventory.validation.domain.Warehouses;
import java.util.List;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs the checks on every item with its levels, then the checks on the run. */
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

  /** Starts at the run's checkpoint. */
  void run(Run run, Checkpoints checkpoints) {
    levels.forEach(
        run.checkpoint().itemId(),
        levels.filesOf(run.id()),
        item -> {
          check(item, checkpoints);
          run.levelsChecked(item.levels().size());
          if (checkpoints.isDue()) {
            checkpoints.save(run.checkpoint().afterItem(item.itemId()));
            checkpoints.stopIfAsked();
          }
        });
    RunFacts facts = new RunFacts(run.startedAt(), warehouses.all());
    checks.forEach(check -> check.run(facts, checkpoints));
    checkpoints.save(run.checkpoint().atEnd());
  }

  /** A failure on one item, such as a deleted original, does not stop the check of other items. */
  private void check(ItemFacts item, Checkpoints checkpoints) {
    for (Check check : checks) {
      try {
        check.item(item, checkpoints);
      } catch (RuntimeException e) {
        if (isOutage.test(e)) {
          throw e;
        }
        LOG.error("Check {} failed on item {}", check.name(), item.itemId(), e);
        checkpoints.add(unchecked(item, check, e));
      }
    }
  }

  private static Finding unchecked(ItemFacts item, Check check, RuntimeException failure) {
    return Finding.ofStock(
        Obstacle.UNCHECKED,
        "",
        item.itemId(),
        "check %s failed: %s".formatted(check.name(), failure.getMessage()),
        "a check that completes");
  }
}
