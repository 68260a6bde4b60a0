package inventory.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import inventory.simulator.Simulation.Result;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A million steps. */
@Tag("full")
class ManySeedsIT {

  private static final int SEEDS = 200;
  private static final long STEPS = 5_000;

  @Test
  void nothingIsWrongInAnyRun() {
    for (long seed = 1; seed <= SEEDS; seed++) {
      Result result = new Simulation(seed).run(STEPS);

      assertThat(result.problem()).as("%s", result).isEmpty();
    }
  }
}
