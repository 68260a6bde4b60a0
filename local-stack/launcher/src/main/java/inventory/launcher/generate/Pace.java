package inventory.launcher.generate;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Keeps to a rate: what is late by a slow moment is made up for. What comes due within a tenth of a
 * second goes together, as a request of its own for each would cost more than what it carries.
 */
final class Pace {

  private static final long TICK_NANOS = 100_000_000;

  private final Optional<Rate> rate;
  private long begin;
  private long turns;

  /** Keeps to this rate; without one, all is done at once. */
  Pace(Optional<Rate> rate) {
    this.rate = rate;
  }

  /** What is done before a wait. */
  @FunctionalInterface
  interface BeforeWait {
    /** Does it. */
    void run() throws IOException, InterruptedException;
  }

  /** Returns when it is time for the next one; if that is not yet, something is done first. */
  void awaitTurn(BeforeWait first) throws IOException, InterruptedException {
    if (rate.isEmpty()) {
      return;
    }
    if (turns == 0) {
      begin = System.nanoTime();
    }
    long due = begin + rate.get().dueNanos(turns++);
    if (due - System.nanoTime() > 0) {
      first.run();
      TimeUnit.NANOSECONDS.sleep(due + TICK_NANOS - System.nanoTime());
    }
  }
}
