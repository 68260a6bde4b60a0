package inventory.reporting.domain;

import inventory.model.Backoff;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** Repeats writes that collide with those of others. */
public final class Collisions {

  /** All pauses together take less than a second, as a user waits for the answer. */
  private static final Backoff PAUSES =
      new Backoff(10, Duration.ofMillis(5), Duration.ofMillis(160));

  private Collisions() {}

  /**
   * Attempts a write until it does not collide.
   *
   * @param what what is written, in words that follow "writing"
   * @param attempt reads the record and writes it; empty if it has changed in between
   * @throws StoreUnavailableException if the write keeps colliding with others
   */
  public static <T> T retry(String what, Supplier<Optional<T>> attempt) {
    for (int failures = 1; ; failures++) {
      Optional<T> written = attempt.get();
      if (written.isPresent()) {
        return written.get();
      }
      if (PAUSES.isExhausted(failures)) {
        throw new StoreUnavailableException("the write collided in " + failures + " attempts");
      }
      PAUSES.await(failures, "writing " + what);
    }
  }
}
