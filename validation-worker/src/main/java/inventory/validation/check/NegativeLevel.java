package inventory.validation.check;

import inventory.validation.domain.Check;
import inventory.validation.domain.Finding;
import inventory.validation.domain.LevelFacts;
import inventory.validation.domain.LevelFacts.Fall;
import inventory.validation.domain.Report;
import inventory.validation.domain.Severity;
import java.util.function.UnaryOperator;

/**
 * A new movement that takes a level below zero, by all facts that are known now. Later movements
 * are not reported while the level stays below zero: the error lies before them.
 */
public final class NegativeLevel extends Check {

  private final UnaryOperator<String> fileKeys;

  /**
   * Creates the check.
   *
   * @param fileKeys finds the key of a file by its id
   */
  public NegativeLevel(UnaryOperator<String> fileKeys) {
    super("negative-level", Severity.SUSPECT);
    this.fileKeys = fileKeys;
  }

  @Override
  public void level(LevelFacts facts, Report report) {
    for (Fall fall : facts.falls()) {
      boolean isEvent = fall.movement().event().isPresent();
      report.add(
          Finding.ofLine(
              this,
              isEvent ? "" : fileKeys.apply(fall.movement().fileId()),
              isEvent ? "" : fall.movement().fileId(),
              fall.movement().lastLine(),
              facts.level().key(),
              "a level of %s after the %s of %s"
                  .formatted(fall.level(), isEvent ? "event" : "row", fall.movement().lastTime()),
              "0 or more"));
    }
  }
}
