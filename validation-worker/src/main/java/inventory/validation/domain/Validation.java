package inventory.validation.domain;

import inventory.model.RunState;
import inventory.validation.domain.Checkpoints.StoppedException;
import inventory.validation.domain.Runs.LeaseHeldException;
import inventory.validation.domain.Runs.LeaseLostException;
import inventory.validation.domain.Runs.Pace;
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
 * A validation from its start to its end: takes the lease, goes on with the run that is not ended
 * or begins one, checks the files, then the levels, lists the findings, and has people told.
 */
public final class Validation {

  private static final Logger LOG = LoggerFactory.getLogger(Validation.class);

  private static final DateTimeFormatter ID_TIME =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  /** How many days of reporting are remembered, today not included. */
  private static final int DAYS_REMEMBERED = 9;

  /** How often the lease is renewed in its time: some failures do not matter. */
  private static final int BEATS = 4;

  private final Ports ports;
  private final Timing timing;
  private final FilesPhase files;
  private final LevelsPhase levels;
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
   * Wires it.
   *
   * @param checks what is checked, in this order
   * @param memoryBudget bytes that the sums of a file may take
   * @param now tells the time
   * @param ids makes short ids that are never the same
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
            timing.longestHold());
    files =
        new FilesPhase(
            ports.arrivals(),
            ports.records(),
            validation,
            timing.filePatience(),
            ports.isOutage(),
            now);
    levels = new LevelsPhase(checks, ports.levels(), ports.warehouses(), ports.isOutage());
  }

  /**
   * Validates.
   *
   * @param holder who does it: names this process
   * @throws LeaseHeldException if another validation is under way
   * @throws RuntimeException if it could not go on; the next start goes on where it stopped
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
    Optional<String> open = unfinished.filter(id -> !isTold(id, holder));
    Run run = open.map(this::resume).orElseGet(() -> begin(holder, start));
    return work(run, holder, lost, start);
  }

  /** Lets a run stop at its next transaction or item, where the next start goes on at once. */
  public void stop() {
    stopping.set(true);
  }

  private void renew(String holder, AtomicBoolean lost) {
    if (!ports.runs().renew(holder, now.get().plus(timing.lease()))) {
      lost.set(true);
    }
  }

  /** A run that was completed by a process which died before it had people told. */
  private boolean isTold(String runId, String holder) {
    Run run = ports.runs().load(runId);
    if (run.state() != RunState.COMPLETED) {
      return false;
    }
    ports.ends().tell(run);
    ports.runs().close(holder);
    return true;
  }

  private Run begin(String holder, Instant start) {
    String id = ID_TIME.format(start) + "-" + ids.get();
    LocalDate day = LocalDate.ofInstant(start, ZoneOffset.UTC);
    String name = ports.runs().begunOnDayOf(start) == 0 ? "findings" : "findings-" + id;
    Run run = new Run(id, start, "validation/%s/%s.csv".formatted(day, name));
    run.resumed(ports.arrivals().waiting());
    ports.runs().begin(run, holder);
    LOG.info("Run {} begins", id);
    return run;
  }

  private Run resume(String runId) {
    Run run = ports.runs().load(runId);
    LOG.info("Run {} of {} goes on at {}", runId, run.startedAt(), run.place());
    run.resumed(ports.arrivals().waiting());
    return run;
  }

  private Result work(Run run, String holder, AtomicBoolean lost, Instant start) {
    try (Checkpoints checkpoints = checkpoints(run, holder, lost)) {
      if (run.place().phase() == Place.Phase.FILES) {
        files.run(run, checkpoints, start);
        checkpoints.save(run.place().behindItem(""));
      }
      if (run.place().phase() == Place.Phase.LEVELS) {
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
        .assemble(run.id(), run.place().parts(), FindingsBuffer.HEADER, run.findingsKey());
    LocalDate day = LocalDate.ofInstant(run.startedAt(), ZoneOffset.UTC);
    ports.warehouses().forgetBefore(day.minusDays(DAYS_REMEMBERED));
    run.completed();
    ports.runs().save(run, pace, holder);
    ports.ends().tell(run);
    ports.runs().close(holder);
    LOG.info(
        "Run {} is completed: {} files, {} transactions, {} levels, {} findings {}, listed in {}",
        run.id(),
        run.reached().files(),
        run.reached().transactions(),
        run.reached().levels(),
        run.found(),
        run.findings(),
        run.findingsKey());
  }

  /**
   * Says so on record, of the run as it was written down last: what came after that is repeated.
   * What stopped it may stop this too; then the log says so, and that no end is on record.
   */
  private void fail(String runId, String holder, RuntimeException failure) {
    try {
      Run run = ports.runs().load(runId);
      run.failed(String.valueOf(failure.getMessage()));
      ports.runs().save(run, new Pace(now.get(), 0, Optional.empty()), holder);
      ports.ends().tell(run);
    } catch (RuntimeException e) {
      failure.addSuppressed(e);
    }
  }
}
