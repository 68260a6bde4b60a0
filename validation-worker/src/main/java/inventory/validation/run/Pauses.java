package inventory.validation.run;

import java.time.Duration;

/** Waits. */
@FunctionalInterface
public interface Pauses {

  /**
   * Waits for a duration.
   *
   * @return false if the process is to stop, or if it cannot wait
   */
  boolean await(Duration duration);
}
