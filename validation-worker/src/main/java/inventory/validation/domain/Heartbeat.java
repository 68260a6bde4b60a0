package inventory.validation.domain;

import inventory.validation.domain.Validation.Result;
import java.time.Duration;
import java.util.function.Supplier;

/** Keeps the lease while work is done. */
@FunctionalInterface
public interface Heartbeat {

  /**
   * Does the work, and something else again and again meanwhile.
   *
   * @param beat renews the lease
   */
  Result during(Duration period, Runnable beat, Supplier<Result> work);
}
