package inventory.threshold.domain;

import inventory.threshold.file.Threshold.Target;
import java.util.OptionalLong;

class InMemoryThresholdsTest extends ThresholdsContract {

  private final InMemoryThresholds thresholds = new InMemoryThresholds();

  @Override
  protected Thresholds thresholds() {
    return thresholds;
  }

  @Override
  protected OptionalLong thresholdOf(Target target) {
    return thresholds.of(target);
  }
}
