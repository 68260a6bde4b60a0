package inventory.validation.run;

import inventory.model.RunState;
import inventory.validation.domain.FileRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;

/** Runs in memory; each is stored as it was at the time of the write. */
public final class InMemoryRuns implements Runs {

  final Map<String, Written> records = new LinkedHashMap<>();
  final Set<String> accepted = new HashSet<>();
  final List<String> checkedFiles = new ArrayList<>();
  private final Runnable moment;
  private final BiConsumer<Run, FileRecord> checked;
  private Optional<String> open = Optional.empty();
  private Optional<String> leaseHolder = Optional.empty();
  private Instant leaseUntil = Instant.MIN;

  /**
   * Creates an empty store.
   *
   * @param moment is called before and after each effect; what it throws ends the call
   * @param checked records which run has checked a file
   */
  public InMemoryRuns(Runnable moment, BiConsumer<Run, FileRecord> checked) {
    this.moment = moment;
    this.checked = checked;
  }

  /** The content of a record. */
  public record Written(
      Instant startedAt,
      String findingsKey,
      RunState state,
      Checkpoint place,
      Run.Reached reached,
      Run.Found found) {

    /** The number of findings by check. */
    public Map<String, Long> findings() {
      return found.findings();
    }
  }

  /** The runs by their ids, in the order in which they were begun. */
  public Map<String, Written> all() {
    return Collections.unmodifiableMap(records);
  }

  /** Whether a run was begun that has not ended. */
  public boolean isOpen() {
    return open.isPresent();
  }

  @Override
  public Optional<String> acquire(String holder, Instant now, Instant until)
      throws LeaseHeldException {
    moment.run();
    if (!isHeldBy(holder) && leaseHolder.isPresent() && !leaseUntil.isBefore(now)) {
      throw new LeaseHeldException(leaseHolder.get(), leaseUntil);
    }
    leaseHolder = Optional.of(holder);
    leaseUntil = until;
    return open;
  }

  private boolean isHeldBy(String holder) {
    return leaseHolder.equals(Optional.of(holder));
  }

  private void require(String holder) {
    if (!isHeldBy(holder)) {
      throw new LeaseLostException(holder);
    }
  }

  @Override
  public boolean renew(String holder, Instant until) {
    leaseUntil = isHeldBy(holder) ? until : leaseUntil;
    return isHeldBy(holder);
  }

  @Override
  public void release(String holder) {
    moment.run();
    leaseHolder = leaseHolder.filter(other -> !other.equals(holder));
  }

  @Override
  public void begin(Run run, String holder) {
    moment.run();
    require(holder);
    write(run);
    open = Optional.of(run.id());
    moment.run();
  }

  @Override
  public Run load(String runId) {
    Written written = records.get(runId);
    Run run = new Run(runId, written.startedAt(), written.findingsKey());
    run.restore(written.state(), written.place(), written.reached(), written.found());
    return run;
  }

  @Override
  public Optional<Completed> lastCompleted() {
    return records.entrySet().stream()
        .filter(run -> run.getValue().state() == RunState.COMPLETED)
        .reduce((first, second) -> second)
        .map(run -> new Completed(run.getKey(), run.getValue().startedAt()));
  }

  @Override
  public Set<String> acceptedFindings(Instant now) {
    return Set.copyOf(accepted);
  }

  @Override
  public int begunOnDayOf(Instant instant) {
    return records.size();
  }

  @Override
  public void save(Run run, Pace pace, String holder) {
    moment.run();
    require(holder);
    write(run);
    moment.run();
  }

  @Override
  public void saveChecked(Run run, Pace pace, FileRecord file, long transactions, String holder) {
    moment.run();
    require(holder);
    write(run);
    checkedFiles.add(file.upload().key());
    checked.accept(run, file);
    moment.run();
  }

  private void write(Run run) {
    records.put(
        run.id(),
        new Written(
            run.startedAt(),
            run.findingsKey(),
            run.state(),
            run.checkpoint(),
            run.reached(),
            run.found()));
  }

  @Override
  public void close(String holder) {
    moment.run();
    require(holder);
    open = Optional.empty();
    moment.run();
  }
}
