package inventory.launcher.cli;

import inventory.stack.ValidationWorker;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.concurrent.Callable;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Starts the validation once a day (requirement V1), one run at a time. */
final class NightlyValidation {

  /** Checks the clock often: one long wait would be wrong after the machine has slept. */
  private static final long TICK_MILLIS = 500;

  private final LocalTime time;
  private final InstantSource clock;
  private final Callable<Process> validation;
  private final Consumer<String> announce;
  private Instant due;
  private Process run;

  /**
   * Starts nothing before {@link #begin}.
   *
   * @param time when to start each day, in UTC
   * @param validation starts a run
   * @param announce gets a sentence for each start and end
   */
  NightlyValidation(
      LocalTime time,
      InstantSource clock,
      Callable<Process> validation,
      Consumer<String> announce) {
    this.time = time;
    this.clock = clock;
    this.validation = validation;
    this.announce = announce;
    this.due = next(time, clock.instant());
  }

  /** Starts a run whenever it is time, until the executor is shut down. */
  // A check announces its own failure.
  @SuppressWarnings("FutureReturnValueIgnored")
  void begin(ScheduledExecutorService executor) {
    executor.scheduleWithFixedDelay(this::check, 0, TICK_MILLIS, TimeUnit.MILLISECONDS);
  }

  // The run's end is announced; nothing waits for it.
  @SuppressWarnings("FutureReturnValueIgnored")
  private void check() {
    Instant now = clock.instant();
    if (now.isBefore(due)) {
      return;
    }
    due = next(time, now);
    if (run != null && run.isAlive()) {
      announce.accept("the validation is still running, so no second one starts");
      return;
    }
    try {
      run = validation.call();
      announce.accept("the validation has started");
      run.onExit()
          .thenAccept(
              ended ->
                  announce.accept("the validation " + ValidationWorker.inWords(ended.exitValue())));
    } catch (Exception e) {
      // An exception would end the executor's work, and with it all later runs.
      announce.accept("the validation cannot be started: " + e.getMessage());
    }
  }

  /** The first moment after another at which it is this time of the day in UTC. */
  static Instant next(LocalTime time, Instant moment) {
    OffsetDateTime today = moment.atOffset(ZoneOffset.UTC).with(time);
    OffsetDateTime next = today.toInstant().isAfter(moment) ? today : today.plusDays(1);
    return next.toInstant();
  }
}
