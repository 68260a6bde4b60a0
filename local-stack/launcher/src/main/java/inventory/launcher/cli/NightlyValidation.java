package inventory.launcher.cli;

import inventory.stack.ValidationWorker;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Starts the validation once a day (requirement V1), one run at a time. */
public final class NightlyValidation implements AutoCloseable {

  /** One long wait would be wrong after the machine has slept, or its clock was set. */
  private static final long TICK_MILLIS = 500;

  private final DailyTime time;
  private final InstantSource clock;
  private final ScheduledExecutorService executor;
  private final Validation validation;
  private final Consumer<String> announce;
  private Instant due;
  private Process run;
  private CompletableFuture<Void> end = CompletableFuture.completedFuture(null);
  private boolean stopping;

  /** How a run is started. */
  @FunctionalInterface
  public interface Validation {
    /**
     * Starts one.
     *
     * @throws LaunchException if the worker is not built
     */
    Process start() throws IOException;
  }

  /**
   * Starts nothing before {@link #begin}.
   *
   * @param executor looks at the clock; shut down by {@link #close}
   * @param announce is told, in a sentence, of each start and end
   */
  public NightlyValidation(
      DailyTime time,
      InstantSource clock,
      ScheduledExecutorService executor,
      Validation validation,
      Consumer<String> announce) {
    this.time = time;
    this.clock = clock;
    this.executor = executor;
    this.validation = validation;
    this.announce = announce;
  }

  /** From now on a run is started whenever it is time. */
  // What fails in a look is told by it.
  @SuppressWarnings("FutureReturnValueIgnored")
  public synchronized void begin() {
    due = time.after(clock.instant());
    executor.scheduleWithFixedDelay(this::look, 0, TICK_MILLIS, TimeUnit.MILLISECONDS);
  }

  private synchronized void look() {
    Instant now = clock.instant();
    if (stopping || now.isBefore(due)) {
      return;
    }
    due = time.after(now);
    if (run != null && run.isAlive()) {
      announce.accept("the validation is still under way, so that no second one is started");
      return;
    }
    try {
      run = validation.start();
      announce.accept("the validation has started");
      end = run.onExit().thenAccept(this::tellEnd);
    } catch (IOException | RuntimeException e) {
      // Thrown on, it would end the executor's work, and with it all runs to come.
      announce.accept("the validation cannot be started: " + e.getMessage());
    }
  }

  private void tellEnd(Process process) {
    announce.accept("the validation " + ValidationWorker.inWords(process.exitValue()));
  }

  /** Starts none any more, and ends a run that is under way: the next start goes on with it. */
  @Override
  public void close() {
    executor.shutdownNow();
    CompletableFuture<Void> lastEnd;
    synchronized (this) {
      stopping = true;
      lastEnd = end;
      if (run != null) {
        ValidationWorker.stop(run);
      }
    }
    lastEnd.join();
  }
}
