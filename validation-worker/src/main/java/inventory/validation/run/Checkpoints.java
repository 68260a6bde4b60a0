package inventory.validation.run;

import inventory.validation.domain.FileRecord;
import inventory.validation.domain.Finding;
import inventory.validation.domain.Report;
import inventory.validation.domain.Severity;
import inventory.validation.findings.FindingState;
import inventory.validation.findings.FindingsBuffer;
import inventory.validation.findings.FindingsList;
import inventory.validation.findings.KnownFindings;
import inventory.validation.run.Runs.LeaseLostException;
import inventory.validation.run.Runs.Pace;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Saves a run's progress at intervals: first the findings, then the checkpoint. Findings before the
 * checkpoint are therefore never lost, and findings that are repeated after a crash are stored
 * once.
 */
final class Checkpoints implements Report, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Checkpoints.class);

  private final Run run;
  private final Runs runs;
  private final FindingsList list;
  private final KnownFindings known;
  private final String holder;
  private final AtomicBoolean lost;
  private final BooleanSupplier stopping;
  private final Timing timing;
  private final Supplier<Instant> now;
  private final FindingsBuffer buffer = new FindingsBuffer();
  private final Instant began;
  private final long transactionsBefore;
  private final int filesBefore;
  private Instant lastSave;
  private long sinceLastSave;
  private boolean isSaving;

  /**
   * Starts at the run's checkpoint.
   *
   * @param known what is known of findings
   * @param lost set to true when the lease is lost
   * @param stopping whether the run should stop at the next checkpoint, which is then due
   */
  Checkpoints(
      Run run,
      Runs runs,
      FindingsList list,
      KnownFindings known,
      String holder,
      AtomicBoolean lost,
      BooleanSupplier stopping,
      Timing timing,
      Supplier<Instant> now) {
    this.run = run;
    this.runs = runs;
    this.list = list;
    this.known = known;
    this.holder = holder;
    this.lost = lost;
    this.stopping = stopping;
    this.timing = timing;
    this.now = now;
    began = now.get();
    transactionsBefore = run.reached().transactions();
    filesBefore = run.reached().files();
    lastSave = began;
  }

  @Override
  public void add(Finding finding) {
    FindingState state = known.stateOf(finding.id());
    long number = run.found(state, finding);
    if (number <= timing.findingsListed()) {
      buffer.add(state, finding);
    } else if (finding.file().isEmpty()) {
      // The next run may find it again. A file is checked once.
      buffer.addUnlisted(finding);
    }
  }

  /**
   * Ends the findings about a file or a warehouse: says how many of each check are not listed.
   *
   * @param file the key of the file; empty if it is a warehouse
   * @param warehouse the name of the warehouse; empty if it is a file
   */
  void endGroup(String file, String warehouse) {
    new TreeMap<>(run.found().inGroup())
        .forEach(
            (group, number) -> {
              if (number > timing.findingsListed()) {
                addMore(group, number - timing.findingsListed(), file, warehouse);
              }
            });
    run.endGroup();
  }

  private void addMore(String group, long more, String file, String warehouse) {
    String[] stateAndCheck = group.split(Run.GROUP_SEPARATOR, 2);
    buffer.addMore(
        FindingState.valueOf(stateAndCheck[0]),
        new Finding(
            Severity.SUSPECT,
            stateAndCheck[1],
            file,
            "",
            0,
            warehouse,
            "",
            "%,d more".formatted(more),
            "the first %d are listed".formatted(timing.findingsListed())));
  }

  /** Counts steps; returns whether a checkpoint is due. */
  boolean isDue(int steps) {
    if (lost.get()) {
      throw new LeaseLostException(holder);
    }
    sinceLastSave += steps;
    return stopping.getAsBoolean()
        || sinceLastSave >= timing.checkpointSteps()
        || Duration.between(lastSave, now.get()).compareTo(timing.checkpointInterval()) >= 0;
  }

  /** Whether there are findings that are not stored yet. */
  boolean hasFindings() {
    return buffer.content().isPresent();
  }

  /** Saves the run at a checkpoint. */
  void save(Checkpoint reached) {
    isSaving = true;
    storeFindings(reached);
    runs.save(run, pace(), holder);
    saved();
  }

  /** Stops the run if it should stop; everything is saved at this point. */
  void stopIfAsked() {
    if (stopping.getAsBoolean()) {
      throw new StoppedException();
    }
  }

  /** The process is shutting down: the next start resumes at the last checkpoint. */
  static final class StoppedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StoppedException() {
      super("the process is shutting down");
    }
  }

  /** Saves that a file was checked. */
  void saveChecked(FileRecord file, long transactions) {
    isSaving = true;
    endGroup(file.upload().key(), "");
    run.fileChecked();
    storeFindings(run.checkpoint().betweenFiles());
    runs.saveChecked(run, pace(), file, transactions, holder);
    saved();
  }

  private void storeFindings(Checkpoint reached) {
    Checkpoint next = reached;
    Optional<Path> part = buffer.content();
    if (part.isPresent()) {
      list.storePart(run.id(), reached.process(), reached.nextPart(), part.get());
      next = reached.withPart();
    }
    run.moveTo(next);
  }

  /** Whether a failure came from saving, and not from a check. */
  boolean isSaving() {
    return isSaving;
  }

  private void saved() {
    isSaving = false;
    buffer.clear();
    lastSave = now.get();
    sinceLastSave = 0;
    log();
  }

  private void log() {
    Run.Reached reached = run.reached();
    Pace pace = pace();
    LOG.info(
        "{} of {} files, {} transactions ({}/s), {} levels, {} findings{}",
        reached.files(),
        reached.filesTotal(),
        reached.transactions(),
        Math.round(pace.transactionsPerSecond()),
        reached.levels(),
        run.numberFound(),
        pace.left().map(left -> ", about " + left.toSeconds() + " s left").orElse(""));
  }

  /** Estimated from the files: the number of transactions in those ahead is not known. */
  Pace pace() {
    Instant instant = now.get();
    double seconds = Math.max(1, Duration.between(began, instant).toMillis()) / 1_000.0;
    double rate = (run.reached().transactions() - transactionsBefore) / seconds;
    int done = run.reached().files() - filesBefore;
    int ahead = run.reached().filesTotal() - run.reached().files();
    Optional<Duration> left =
        done == 0 || ahead == 0
            ? Optional.empty()
            : Optional.of(Duration.ofMillis((long) (seconds * 1_000 / done * ahead)));
    return new Pace(instant, rate, left);
  }

  @Override
  public void close() {
    buffer.close();
  }
}
