package inventory.simulator;

import inventory.simulator.Simulation.Result;
import java.io.PrintStream;

/** The command {@code ./inventory simulate}. */
public final class Simulate {

  private static final String USAGE =
      "Usage: ./inventory simulate [--seed N] [--steps M] [--last K]";
  private static final long STEPS = 100_000;

  private Simulate() {}

  /** Runs a simulation; the exit code is 0 if nothing was wrong, 1 if something was. */
  public static void main(String[] args) {
    long seed = 1;
    long steps = STEPS;
    int last = Simulation.LAST_STEPS;
    try {
      for (int i = 0; i < args.length; i += 2) {
        long number = Long.parseLong(args[i + 1]);
        switch (args[i]) {
          case "--seed" -> seed = number;
          case "--steps" -> steps = number;
          case "--last" -> last = Math.toIntExact(number);
          default -> throw new IllegalArgumentException(args[i]);
        }
      }
    } catch (IllegalArgumentException | ArithmeticException | ArrayIndexOutOfBoundsException e) {
      System.err.println(USAGE);
      System.exit(2);
    }
    Result result = new Simulation(seed).run(steps, last);
    print(result, System.out);
    System.exit(result.isSound() ? 0 : 1);
  }

  private static void print(Result result, PrintStream out) {
    result.last().forEach(out::println);
    out.println("seed " + result.seed() + ", " + result.steps() + " steps");
    out.println("SHA-256 of the trace: " + result.digest());
    out.println(result.isSound() ? "Nothing is wrong." : "WRONG: " + result.problem());
  }
}
