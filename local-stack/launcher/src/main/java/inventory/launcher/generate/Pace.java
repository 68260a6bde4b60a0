package inventory.launcher.generate;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Keeps to a rate and catches up after a slow moment. Everything that is due within a tenth of a
 * second goes out together, because separate requests would cost more than they carry.
 */
public final class Pace {

  private static final long TICK_NANOS = 100_000_000;

  private final Optional<Rate> rate;
  private long begin;
  private long turns;

  /** Keeps to this rate; without one, nothing waits. */
  public Pace(Optional<Rate> rate) {
    this.rate = rate;
  }

  /** Work to do before a wait. */
  @FunctionalInterface
  public interface BeforeWait {
    /** Does the work. */
    void run() throws IOException, InterruptedException;
  }

  /** Returns when the next turn is due. Before it waits, it does the given work. */
  public void awaitTurn(BeforeWait work) throws IOException, InterruptedException {
    if (rate.isEmpty()) {
      return;
    }
    if (turns == 0) {
      begin = System.nanoTime();
    }
    long due = begin + rate.get().dueNanos(turns++);
    if (due - System.nanoTime() > 0) {
      work.run();
      TimeUnit.NANOSECONDS.sleep(due + TICK_NANOS - System.nanoTime());
    }
  }
}
