package inventory.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import inventory.simulator.Simulation.Result;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A million steps. */
@Tag("full")
class ManySeedsIT {

  private static final int SEEDS = 200;
  // A run ends with its last world, so it takes some more.
  private static final long STEPS = 4_500;

  @Test
  void nothingIsWrongInAnyRun() {
    long steps = 0;
    for (long seed = 1; seed <= SEEDS; seed++) {
      Result result = new Simulation(seed).run(STEPS);

      assertThat(result.problem()).as("%s", result).isEmpty();
      steps += result.steps();
    }
    assertThat(steps).isGreaterThan(1_000_000);
  }
}
