package inventory.validation.check;

import inventory.model.StockKey;
import inventory.model.movement.StockLevel;
import inventory.validation.domain.Check;
import inventory.validation.domain.Finding;
import inventory.validation.domain.LevelFacts;
import inventory.validation.domain.Report;
import inventory.validation.domain.Severity;

/**
 * A level is the latest count plus every later change (requirement I4). Another check compares each
 * file's movements with its rows; together they prove the table against the raw files. An item is
 * off the list if its latest listing event says so (requirement E2).
 */
public final class LevelMatchesMovements extends Check {

  /** Creates the check. */
  public LevelMatchesMovements() {
    super("level", Severity.WRONG);
  }

  @Override
  public void level(LevelFacts facts, Report report) {
    StockKey key = facts.level().key();
    StockLevel found = facts.level().level();
    if (facts.isBusy()) {
      return;
    }
    if (!found.units().equals(facts.units())) {
      report.add(
          Finding.ofStock(
              this,
              key.warehouse(),
              key.itemId(),
              "a level of " + found.units(),
              facts.units() + ", by its movements"));
    } else if (found.removed() != facts.removed()) {
      report.add(
          Finding.ofStock(
              this,
              key.warehouse(),
              key.itemId(),
              "an item " + listing(found.removed()),
              listing(facts.removed()) + ", by its events"));
    }
  }

  private static String listing(boolean removed) {
    return removed ? "off the list" : "on the list";
  }
}
