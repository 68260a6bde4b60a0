package inventory.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import inventory.simulator.Simulation.Result;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SimulationTest {

  private static final long STEPS = 100_000;

  @Test
  void nothingIsWrongInAShortSimulation() {
    for (long seed = 1; seed <= 10; seed++) {
      Result result = new Simulation(seed).run(3_000);

      assertThat(result.problem()).as("%s", result).isEmpty();
      assertThat(result.steps()).isGreaterThanOrEqualTo(3_000);
    }
  }

  @Test
  void theSameSeedGivesTheSameTrace() {
    Result first = new Simulation(42).run(5_000);
    Result second = new Simulation(42).run(5_000);

    assertThat(second).isEqualTo(first);
    assertThat(new Simulation(43).run(5_000).digest()).isNotEqualTo(first.digest());
  }

  /** Some defects show in few worlds only. */
  @ParameterizedTest
  @EnumSource
  void aDefectIsFound(Bug bug) {
    Optional<Result> found =
        LongStream.rangeClosed(8, 12)
            .mapToObj(seed -> new Simulation(seed, bug).run(STEPS))
            .filter(result -> !result.isSound())
            .findFirst();

    assertThat(found).isPresent();
    assertThat(found.get().last()).hasSizeLessThanOrEqualTo(Simulation.LAST_STEPS).isNotEmpty();
  }
}
