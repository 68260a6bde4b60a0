package inventory.validation.domain;

import inventory.validation.domain.Runs.LeaseLostException;
import inventory.validation.domain.Runs.Pace;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes down how far a run has come, now and then: first the findings, then the place, so that
 * what is behind the place is never lost, and what is repeated after a crash is kept once.
 */
final class Checkpoints implements Report, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Checkpoints.class);

  private final Run run;
  private final Runs runs;
  private final FindingsStore store;
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

  /**
   * Begins where the run is.
   *
   * @param lost becomes true when the lease is lost
   * @param stopping whether it is to stop at the next checkpoint, which is then due
   */
  Checkpoints(
      Run run,
      Runs runs,
      FindingsStore store,
      String holder,
      AtomicBoolean lost,
      BooleanSupplier stopping,
      Timing timing,
      Supplier<Instant> now) {
    this.run = run;
    this.runs = runs;
    this.store = store;
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
    run.found(finding);
    buffer.add(finding);
  }

  /** Counts a step; says whether it is time to write. */
  boolean isDue() {
    if (lost.get()) {
      throw new LeaseLostException(holder);
    }
    sinceLastSave++;
    return stopping.getAsBoolean()
        || sinceLastSave >= timing.checkpointSteps()
        || Duration.between(lastSave, now.get()).compareTo(timing.checkpointInterval()) >= 0;
  }

  /** Writes down that the run has come to a place. */
  void save(Place place) {
    keepFindings(place);
    runs.save(run, pace(), holder);
    saved();
  }

  /** Stops here, where everything is written down, if it is to. */
  void stopIfAsked() {
    if (stopping.getAsBoolean()) {
      throw new StoppedException();
    }
  }

  /** The process is being ended: the next start goes on at the last checkpoint. */
  static final class StoppedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StoppedException() {
      super("it was told to stop");
    }
  }

  /** Writes down that a file is finished. */
  void saveChecked(FileRecord file, long transactions) {
    run.fileChecked();
    keepFindings(run.place().betweenFiles());
    runs.saveChecked(run, pace(), file, transactions, holder);
    saved();
  }

  private void keepFindings(Place place) {
    Place next = place;
    Optional<Path> part = buffer.content();
    if (part.isPresent()) {
      store.keepPart(run.id(), place.parts() + 1, part.get());
      next = place.withPart();
    }
    run.moveTo(next);
  }

  private void saved() {
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
        run.found(),
        pace.left().map(left -> ", about " + left.toSeconds() + " s left").orElse(""));
  }

  /** Of the files, as how many transactions those ahead have is not known. */
  Pace pace() {
    Instant instant = now.get();
    double seconds = Math.max(1, Duration.between(began, instant).toMillis()) / 1_000.0;
    double rate = (run.reached().transactions() - transactionsBefore) / seconds;
    int done = run.reached().files() - filesBefore;
    int ahead = run.reached().filesTotal() - run.reached().files();
    Optional<Duration> left =
        done == 0 || run.place().phase() != Place.Phase.FILES
            ? Optional.empty()
            : Optional.of(Duration.ofMillis((long) (seconds * 1_000 / done * ahead)));
    return new Pace(instant, rate, left);
  }

  @Override
  public void close() {
    buffer.close();
  }
}
