package inventory.pipe.domain;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does again what is unavailable, for as long as it takes. */
public final class Retries {

  private static final Logger LOG = LoggerFactory.getLogger(Retries.class);

  private final Backoff backoff;
  private final StopSignal stop;

  /** Waits so long between attempts, and ends at this signal. */
  public Retries(Backoff backoff, StopSignal stop) {
    this.backoff = backoff;
    this.stop = stop;
  }

  /** Does something until it succeeds; empty if it had not when the signal was given. */
  public <T> Optional<T> untilDone(Supplier<T> work) {
    for (int failures = 1; ; failures++) {
      try {
        return Optional.of(work.get());
      } catch (UnavailableException e) {
        if (isStoppedAfter(failures, e.getMessage())) {
          return Optional.empty();
        }
      }
    }
  }

  /**
   * Says what failed, and waits.
   *
   * @param failures in a row, this one included
   * @return whether to end instead of trying again
   */
  boolean isStoppedAfter(int failures, String failure) {
    Duration pause = backoff.after(failures);
    LOG.warn("{}; attempt {}, the next one in {} ms", failure, failures, pause.toMillis());
    return stop.isGivenWithin(pause);
  }
}
