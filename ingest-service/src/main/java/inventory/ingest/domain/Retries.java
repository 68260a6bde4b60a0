package inventory.ingest.domain;

import inventory.model.Backoff;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * Retries calls of a store that is busy, after random waits that grow. The time is bounded, not the
 * number of attempts, and starts again with all progress: a store that works slowly is not given
 * up.
 */
public final class Retries {

  /** How long there may be no progress. Meanwhile the visibility of the message is extended. */
  public static final Duration PATIENCE = Duration.ofMinutes(1);

  private static final Backoff WAITS =
      new Backoff(Integer.MAX_VALUE, Duration.ofMillis(10), Duration.ofMillis(500));

  private final InstantSource clock;
  private final RandomGenerator random;
  private final Consumer<Duration> sleeper;

  /**
   * Creates retries.
   *
   * @param random safe for use by many threads
   * @param sleeper waits
   */
  public Retries(InstantSource clock, RandomGenerator random, Consumer<Duration> sleeper) {
    this.clock = clock;
    this.random = random;
    this.sleeper = sleeper;
  }

  /** Starts the retries of some work, whose parts may run at the same time. */
  Work begin() {
    return new Work();
  }

  /** Some work, with the time of its last progress. */
  final class Work {

    private final AtomicReference<Instant> progress = new AtomicReference<>(clock.instant());

    /** The present time. */
    Instant now() {
      return clock.instant();
    }

    /** Some part of the work is done. */
    void progress() {
      progress.set(clock.instant());
    }

    /**
     * Makes a call until the store serves it.
     *
     * @throws StoreBusyException if there was no progress for {@link #PATIENCE}
     */
    <T> T call(Supplier<T> call) {
      for (int failures = 1; ; failures++) {
        try {
          return call.get();
        } catch (StoreBusyException e) {
          await(failures, e);
        }
      }
    }

    /**
     * Waits after a failure.
     *
     * @param failures how many there were in succession, 1 or more
     * @throws RuntimeException the cause, if there was no progress for {@link #PATIENCE}
     */
    void await(int failures, RuntimeException cause) {
      requireProgress(cause);
      long limit = WAITS.limit(failures).toNanos();
      sleeper.accept(Duration.ofNanos(random.nextLong(limit + 1)));
    }

    /**
     * Ends work that does not progress.
     *
     * @throws RuntimeException the cause, if there was no progress for {@link #PATIENCE}
     */
    void requireProgress(RuntimeException cause) {
      if (progress.get().plus(PATIENCE).isBefore(clock.instant())) {
        throw cause;
      }
    }
  }
}
