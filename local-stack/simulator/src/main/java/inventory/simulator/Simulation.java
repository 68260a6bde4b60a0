package inventory.simulator;

import inventory.simulator.Ports.Tampering;
import java.util.List;
import java.util.Random;

/**
 * Runs worlds one after the other from one seed, each for some hundred steps and then to rest, and
 * ends at the first thing that is wrong. The same seed gives the same trace.
 *
 * <p>A step costs some 10 microseconds and no memory that stays: a world is forgotten at its end.
 */
public final class Simulation {

  /** How many steps a failure is reported with. */
  static final int LAST_STEPS = 20;

  private static final int STEPS_OF_A_PERIOD = 400;
  private static final int PERIODS = 4;

  private final long seed;
  private final Tampering tampering;

  /** A simulation of the product as it is. */
  public Simulation(long seed) {
    this(seed, Tampering.NONE);
  }

  Simulation(long seed, Tampering tampering) {
    this.seed = seed;
    this.tampering = tampering;
  }

  /**
   * The result.
   *
   * @param seed the seed
   * @param steps how many steps there were
   * @param digest the SHA-256 of the trace
   * @param problem what is wrong; empty if nothing is
   * @param last the last steps
   */
  public record Result(long seed, long steps, String digest, String problem, List<String> last) {

    /** Whether everything held. */
    public boolean isSound() {
      return problem.isEmpty();
    }
  }

  /**
   * Runs it.
   *
   * @param steps after how many steps no further world is begun
   */
  public Result run(long steps) {
    return run(steps, LAST_STEPS);
  }

  /**
   * Runs it.
   *
   * @param steps after how many steps no further world is begun
   * @param last how many of the last steps the result has
   */
  public Result run(long steps, int last) {
    Random random = new Random(seed);
    Trace trace = new Trace(last);
    String problem = "";
    while (problem.isEmpty() && trace.steps() < steps) {
      problem = runWorld(random, trace);
    }
    return new Result(seed, trace.steps(), trace.digest(), problem, trace.last());
  }

  private String runWorld(Random random, Trace trace) {
    try (World world = new World(random, tampering, trace)) {
      for (int period = 0; period < PERIODS; period++) {
        int steps = random.nextInt(STEPS_OF_A_PERIOD);
        for (int step = 0; step < steps; step++) {
          world.step();
        }
        world.rest();
      }
      return "";
    } catch (Violation | AssertionError e) {
      return String.valueOf(e.getMessage());
    }
  }
}
