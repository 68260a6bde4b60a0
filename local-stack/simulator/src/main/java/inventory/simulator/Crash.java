package inventory.simulator;

/** The death of a simulated process; an error, because no use case may continue after it. */
final class Crash extends Error {
  private static final long serialVersionUID = 1L;

  Crash() {
    super("the process has died", null, false, false);
  }
}
