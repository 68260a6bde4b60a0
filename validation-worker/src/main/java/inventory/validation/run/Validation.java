package inventory.validation.run;

import inventory.model.Backoff;
import inventory.model.RunState;
import inventory.model.StockKey;
import inventory.validation.domain.Check;
import inventory.validation.findings.FindingsList;
import inventory.validation.findings.KnownFindings;
import inventory.validation.run.Checkpoints.StoppedException;
import inventory.validation.run.Runs.Completed;
import inventory.validation.run.Runs.LeaseHeldException;
import inventory.validation.run.Runs.LeaseLostException;
import inventory.validation.run.Runs.Pace;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A validation from start to end: acquires the lease, resumes the unfinished run or begins one,
 * checks the files, then the levels, writes the list of findings, and publishes the end of the run.
 */
public final class Validation {

  private static final Logger LOG = LoggerFactory.getLogger(Validation.class);

  private static final DateTimeFormatter ID_TIME =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  /** For how many days it is stored which warehouses reported, not counting today. */
  private static final int DAYS_STORED = 9;

  /** How often the lease is renewed within its duration: some renewals may fail. */
  private static final int BEATS = 4;

  /** How long before the last run a file may have arrived that it did not check. */
  private static final Duration WINDOW = Duration.ofDays(2);

  /** For how long a file's message is kept. */
  private static final Duration FIRST_WINDOW = Duration.ofDays(14);

  /** After an outage: a minute, then twice as long each time, a quarter of an hour at most. */
  private static final Backoff RETRIES =
      new Backoff(Integer.MAX_VALUE, Duration.ofMinutes(1), Duration.ofMinutes(15));

  private final Ports ports;
  private final Timing timing;
  private final FilesPhase files;
  private final LevelWalk levels;
  private final FindingsList list;
  private final Supplier<Instant> now;
  private final Supplier<String> ids;
  private final AtomicBoolean stopping = new AtomicBoolean();
  private Checkpoint current = Checkpoint.START;

  /** How a validation ended. */
  public enum Result {
    /** Nothing was found. */
    ALL_WELL,
    /** Something was found. */
    FINDINGS
  }

  /**
   * Creates it.
   *
   * @param checks the checks, in order of execution
   * @param memoryBudget bytes that a file's sums may use
   * @param now the clock
   * @param ids makes short unique ids
   */
  public Validation(
      Ports ports,
      List<Check> checks,
      Timing timing,
      long memoryBudget,
      Supplier<Instant> now,
      Supplier<String> ids) {
    this.ports = ports;
    this.timing = timing;
    this.now = now;
    this.ids = ids;
    list = new FindingsList(ports.findings());
    files = new FilesPhase(ports, timing, new FileValidation(checks, ports, memoryBudget), now);
    levels = new LevelWalk(checks, ports);
  }

  /**
   * Validates.
   *
   * @param holder the name of this process
   * @throws LeaseHeldException if another validation is in progress
   * @throws RuntimeException if it cannot continue; the next start resumes where it stopped
   */
  public Result run(String holder) throws LeaseHeldException {
    Instant start = now.get();
    Checkpoint reached = Checkpoint.START;
    Instant since = start;
    for (int failures = 1; ; failures++) {
      try {
        return attempt(holder, start, failures > 1);
      } catch (LeaseLostException | StoppedException e) {
        throw e;
      } catch (RuntimeException e) {
        if (!current.equals(reached)) {
          reached = current;
          since = now.get();
          failures = 1;
        }
        Duration wait = RETRIES.limit(failures);
        boolean isLast =
            !ports.isOutage().test(e)
                || now.get().plus(wait).isAfter(since.plus(timing.outagePatience()));
        if (isLast || !ports.pauses().await(wait)) {
          fail(holder, e);
          throw e;
        }
        LOG.warn("Tried again after {}: {}", wait, e.toString());
      }
    }
  }

  private Result attempt(String holder, Instant start, boolean isForgiven)
      throws LeaseHeldException {
    Instant from = now.get();
    Optional<String> unfinished = ports.runs().acquire(holder, from, from.plus(timing.lease()));
    AtomicBoolean lost = new AtomicBoolean();
    boolean isDone = false;
    try {
      Result result =
          ports
              .heartbeat()
              .during(
                  timing.lease().dividedBy(BEATS),
                  () -> renew(holder, lost),
                  () -> work(unfinished, holder, lost, start, isForgiven));
      isDone = true;
      return result;
    } finally {
      release(holder, isDone);
    }
  }

  /** The lease that cannot be released after a failure ends by itself. */
  private void release(String holder, boolean isDone) {
    try {
      ports.runs().release(holder);
    } catch (RuntimeException e) {
      if (isDone) {
        throw e;
      }
      LOG.warn("The lease could not be released: {}", e.toString());
    }
  }

  private Result work(
      Optional<String> unfinished,
      String holder,
      AtomicBoolean lost,
      Instant start,
      boolean isForgiven) {
    Optional<String> open = unfinished.filter(id -> !publishIfCompleted(id, holder));
    Optional<Completed> last = ports.runs().lastCompleted();
    Run run = open.map(this::resume).orElseGet(() -> begin(holder, start));
    if (isForgiven) {
      run.moveTo(run.checkpoint().forgiven());
    }
    return work(run, last, holder, lost, start);
  }

  /** Whether a level is proved in full in the run that started at an instant. */
  public static boolean isProvedInFull(StockKey key, Instant startedAt) {
    return LevelWalk.isFull(key, startedAt);
  }

  /** Stops the run after its current transaction or item; the next start resumes there. */
  public void stop() {
    stopping.set(true);
  }

  private void renew(String holder, AtomicBoolean lost) {
    if (!ports.runs().renew(holder, now.get().plus(timing.lease()))) {
      lost.set(true);
    }
  }

  /** Publishes a run whose process completed it but died before it published that. */
  private boolean publishIfCompleted(String runId, String holder) {
    Run run = ports.runs().load(runId);
    if (run.state() != RunState.COMPLETED) {
      return false;
    }
    ports.finishedRuns().publish(run);
    ports.runs().close(holder);
    return true;
  }

  private Run begin(String holder, Instant start) {
    String id = ID_TIME.format(start) + "-" + ids.get();
    LocalDate day = LocalDate.ofInstant(start, ZoneOffset.UTC);
    String name = ports.runs().begunOnDayOf(start) == 0 ? "findings" : "findings-" + id;
    Run run = new Run(id, start, "validation/%s/%s.csv".formatted(day, name));
    run.resumed(ports.messages().waiting());
    ports.runs().begin(run, holder);
    LOG.info("Starting run {}", id);
    announce(start);
    return run;
  }

  /** Says how long the customer's own check will take, where a duration stands in for it. */
  private void announce(Instant start) {
    if (timing.transaction().isZero()) {
      return;
    }
    AtomicLong rows = new AtomicLong();
    ports
        .records()
        .unchecked(start.minus(FIRST_WINDOW), start, file -> rows.addAndGet(file.rowsApplied()));
    Duration duration = timing.transaction().multipliedBy(rows.get());
    LOG.info(
        "{} transactions at {} each take about {} h {} min, until {}; what is not reached before"
            + " the next start is checked by the next run",
        rows,
        timing.transaction(),
        duration.toHours(),
        duration.toMinutesPart(),
        start.plus(duration));
  }

  private Run resume(String runId) {
    Run run = ports.runs().load(runId);
    LOG.info("Resuming run {} of {} at {}", runId, run.startedAt(), run.checkpoint());
    run.resumed(ports.messages().waiting());
    return run;
  }

  private Result work(
      Run run, Optional<Completed> before, String holder, AtomicBoolean lost, Instant start) {
    current = run.checkpoint();
    Optional<Instant> last = before.map(Completed::startedAt);
    try (Checkpoints checkpoints = checkpoints(run, known(before, start), holder, lost)) {
      checkpoints.save(run.checkpoint().started());
      if (run.checkpoint().phase() == Checkpoint.Phase.WORK) {
        // New files first, wherever the run is.
        Instant since = last.map(at -> at.minus(WINDOW)).orElse(start.minus(FIRST_WINDOW));
        files.run(run, checkpoints, start, since);
        levels.run(run, last, checkpoints);
      }
      complete(run, last, holder, checkpoints.pace());
    } finally {
      current = run.checkpoint().place();
    }
    return run.numberFound() == 0 ? Result.ALL_WELL : Result.FINDINGS;
  }

  private KnownFindings known(Optional<Completed> last, Instant start) {
    Set<String> before = last.map(run -> list.ids(run.id())).orElse(Set.of());
    return new KnownFindings(before, ports.runs().acceptedFindings(start));
  }

  private Checkpoints checkpoints(Run run, KnownFindings known, String holder, AtomicBoolean lost) {
    return new Checkpoints(
        run, ports.runs(), list, known, holder, lost, stopping::get, timing, now);
  }

  private void complete(Run run, Optional<Instant> last, String holder, Pace pace) {
    list.assemble(run.id(), run.checkpoint().parts(), run.findingsKey());
    LocalDate day = LocalDate.ofInstant(last.orElse(run.startedAt()), ZoneOffset.UTC);
    ports.warehouses().deleteReportsBefore(day.minusDays(DAYS_STORED));
    run.completed();
    ports.runs().save(run, pace, holder);
    ports.finishedRuns().publish(run);
    ports.runs().close(holder);
    LOG.info(
        "Completed run {}: {} files, {} transactions, {} levels, {} findings {}, new: {}, list: {}",
        run.id(),
        run.reached().files(),
        run.reached().transactions(),
        run.reached().levels(),
        run.numberFound(),
        run.found().findings(),
        run.found().newFindings(),
        run.findingsKey());
  }

  /**
   * Marks the run as failed, as it was last saved: later work is repeated. The cause of the failure
   * may prevent this too; then only the log has it.
   */
  private void fail(String holder, RuntimeException failure) {
    try {
      Instant at = now.get();
      Optional<String> open = ports.runs().acquire(holder, at, at.plus(timing.lease()));
      if (open.isPresent()) {
        Run run = ports.runs().load(open.get());
        run.failed(String.valueOf(failure.getMessage()));
        ports.runs().save(run, new Pace(at, 0, Optional.empty()), holder);
        ports.finishedRuns().publish(run);
      }
      ports.runs().release(holder);
    } catch (LeaseHeldException | RuntimeException e) {
      failure.addSuppressed(e);
    }
  }
}
