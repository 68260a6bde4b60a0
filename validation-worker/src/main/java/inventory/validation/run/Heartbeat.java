package inventory.validation.run;

import inventory.validation.run.Validation.Result;
import java.time.Duration;
import java.util.function.Supplier;

/** Renews the lease while a validation works. */
@FunctionalInterface
public interface Heartbeat {

  /**
   * Does the work and calls the beat once in each period meanwhile.
   *
   * @param beat renews the lease
   */
  Result during(Duration period, Runnable beat, Supplier<Result> work);
}
