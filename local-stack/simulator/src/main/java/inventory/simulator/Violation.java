package inventory.simulator;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Something that must hold did not; an error, because no use case may handle it as a failure. */
final class Violation extends Error {
  private static final long serialVersionUID = 1L;

  Violation(String message) {
    super(message);
  }

  /**
   * Checks a condition.
   *
   * @param problem what is wrong if it does not hold; the parts of a sentence
   */
  static void unless(boolean condition, Object... problem) {
    if (!condition) {
      throw new Violation(
          Arrays.stream(problem).map(String::valueOf).collect(Collectors.joining(" ")));
    }
  }
}
