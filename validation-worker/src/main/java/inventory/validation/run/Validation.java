package inventory.validation.run;

import inventory.model.RunState;
import inventory.model.StockKey;
import inventory.validation.domain.Check;
import inventory.validation.run.Checkpoints.StoppedException;
import inventory.validation.run.Runs.LeaseHeldException;
import inventory.validation.run.Runs.LeaseLostException;
import inventory.validation.run.Runs.Pace;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
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

  private final Ports ports;
  private final Timing timing;
  private final FilesPhase files;
  private final LevelWalk levels;
  private final Supplier<Instant> now;
  private final Supplier<String> ids;
  private final AtomicBoolean stopping = new AtomicBoolean();

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
    FileValidation validation =
        new FileValidation(
            checks,
            ports.originals(),
            ports.records(),
            ports.warehouses(),
            memoryBudget,
            timing.maxHidden());
    files =
        new FilesPhase(
            ports.messages(),
            ports.records(),
            validation,
            timing.filePatience(),
            ports.isOutage(),
            now);
    levels =
        new LevelWalk(
            checks,
            ports.levels(),
            ports.warehouses(),
            ports.audit(),
            ports.executor(),
            ports.isOutage());
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
    Optional<String> unfinished = ports.runs().acquire(holder, start, start.plus(timing.lease()));
    AtomicBoolean lost = new AtomicBoolean();
    try {
      return ports
          .heartbeat()
          .during(
              timing.lease().dividedBy(BEATS),
              () -> renew(holder, lost),
              () -> work(unfinished, holder, lost, start));
    } finally {
      ports.runs().release(holder);
    }
  }

  private Result work(
      Optional<String> unfinished, String holder, AtomicBoolean lost, Instant start) {
    Optional<String> open = unfinished.filter(id -> !publishIfCompleted(id, holder));
    Run run = open.map(this::resume).orElseGet(() -> begin(holder, start));
    return work(run, holder, lost, start);
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
    return run;
  }

  private Run resume(String runId) {
    Run run = ports.runs().load(runId);
    LOG.info("Resuming run {} of {} at {}", runId, run.startedAt(), run.checkpoint());
    run.resumed(ports.messages().waiting());
    return run;
  }

  private Result work(Run run, String holder, AtomicBoolean lost, Instant start) {
    try (Checkpoints checkpoints = checkpoints(run, holder, lost)) {
      if (run.checkpoint().phase() == Checkpoint.Phase.FILES) {
        files.run(run, checkpoints, start);
        checkpoints.save(run.checkpoint().atLevels());
      }
      if (run.checkpoint().phase() == Checkpoint.Phase.LEVELS) {
        levels.run(run, checkpoints);
      }
      complete(run, holder, checkpoints.pace());
    } catch (LeaseLostException | StoppedException e) {
      throw e;
    } catch (RuntimeException e) {
      fail(run.id(), holder, e);
      throw e;
    }
    return run.found() == 0 ? Result.ALL_WELL : Result.FINDINGS;
  }

  private Checkpoints checkpoints(Run run, String holder, AtomicBoolean lost) {
    return new Checkpoints(
        run, ports.runs(), ports.findings(), holder, lost, stopping::get, timing, now);
  }

  private void complete(Run run, String holder, Pace pace) {
    ports
        .findings()
        .assemble(run.id(), run.checkpoint().parts(), FindingsBuffer.HEADER, run.findingsKey());
    LocalDate day = LocalDate.ofInstant(run.startedAt(), ZoneOffset.UTC);
    ports.warehouses().deleteReportsBefore(day.minusDays(DAYS_STORED));
    run.completed();
    ports.runs().save(run, pace, holder);
    ports.finishedRuns().publish(run);
    ports.runs().close(holder);
    LOG.info(
        "Completed run {}: {} files, {} transactions, {} levels, {} findings {}, list: {}",
        run.id(),
        run.reached().files(),
        run.reached().transactions(),
        run.reached().levels(),
        run.found(),
        run.findings(),
        run.findingsKey());
  }

  /**
   * Marks the run as failed, as it was last saved: later work is repeated. The cause of the failure
   * may prevent this too; then only the log has it.
   */
  private void fail(String runId, String holder, RuntimeException failure) {
    try {
      Run run = ports.runs().load(runId);
      run.failed(String.valueOf(failure.getMessage()));
      ports.runs().save(run, new Pace(now.get(), 0, Optional.empty()), holder);
      ports.finishedRuns().publish(run);
    } catch (RuntimeException e) {
      failure.addSuppressed(e);
    }
  }
}
