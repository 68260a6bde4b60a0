package inventory.validation.check;

import inventory.model.StockKey;
import inventory.model.movement.Closing;
import inventory.validation.domain.Check;
import inventory.validation.domain.Finding;
import inventory.validation.domain.LevelFacts;
import inventory.validation.domain.LevelFacts.Altered;
import inventory.validation.domain.Report;
import inventory.validation.domain.Severity;
import java.util.Optional;

/** A daily closing is what the movements up to its day give. The validation sets it right. */
public final class ClosingMatchesMovements extends Check {

  /** Creates the check. */
  public ClosingMatchesMovements() {
    super("closing", Severity.WRONG);
  }

  @Override
  public void level(LevelFacts facts, Report report) {
    StockKey key = facts.level().key();
    for (Altered altered : facts.altered()) {
      report.add(
          Finding.ofStock(
              this,
              key.warehouse(),
              key.itemId(),
              describe(altered.found()),
              describe(altered.expected()) + ", by its movements; it is corrected"));
    }
  }

  private static String describe(Optional<Closing> closing) {
    return closing
        .map(
            one ->
                "%s closed at %s, %s in and %s out"
                    .formatted(one.day(), one.level(), one.in(), one.out()))
        .orElse("no closing");
  }
}
