package inventory.validation.run;

import inventory.model.RunState;
import inventory.validation.domain.FileRecord;
import inventory.validation.domain.Finding;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Runs in memory; each is stored as it was at the time of the write. */
final class InMemoryRuns implements Runs {

  final Map<String, Written> records = new LinkedHashMap<>();
  final List<String> checkedFiles = new ArrayList<>();
  private final World world;
  private Optional<String> open = Optional.empty();

  InMemoryRuns(World world) {
    this.world = world;
  }

  /** The content of a record. */
  record Written(
      Instant startedAt,
      String findingsKey,
      RunState state,
      Checkpoint place,
      Run.Reached reached,
      Map<String, Long> findings,
      List<Finding> worst,
      Map<String, Long> inGroup) {}

  @Override
  public Optional<String> acquire(String holder, Instant now, Instant until) {
    world.burn();
    return open;
  }

  @Override
  public boolean renew(String holder, Instant until) {
    return true;
  }

  @Override
  public void release(String holder) {
    world.burn();
  }

  @Override
  public void begin(Run run, String holder) {
    world.burn();
    write(run);
    open = Optional.of(run.id());
    world.burn();
  }

  @Override
  public Run load(String runId) {
    Written written = records.get(runId);
    Run run = new Run(runId, written.startedAt(), written.findingsKey());
    run.restore(
        written.state(),
        written.place(),
        written.reached(),
        written.findings(),
        written.worst(),
        written.inGroup());
    return run;
  }

  @Override
  public Optional<Instant> lastCompleted() {
    return records.values().stream()
        .filter(run -> run.state() == RunState.COMPLETED)
        .reduce((first, second) -> second)
        .map(Written::startedAt);
  }

  @Override
  public int begunOnDayOf(Instant instant) {
    return records.size();
  }

  @Override
  public void save(Run run, Pace pace, String holder) {
    world.burn();
    write(run);
    world.burn();
  }

  @Override
  public void saveChecked(Run run, Pace pace, FileRecord file, long transactions, String holder) {
    world.burn();
    write(run);
    checkedFiles.add(file.upload().key());
    world.files.put(
        file.upload().fileId(),
        new FileRecord(
            file.upload(),
            file.status(),
            file.kind(),
            file.rowsApplied(),
            file.rowsRejected(),
            file.reason(),
            Optional.of(run.id()),
            file.isReleased()));
    world.burn();
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
            run.findings(),
            run.worst(),
            run.inGroup()));
  }

  @Override
  public void close(String holder) {
    world.burn();
    open = Optional.empty();
    world.burn();
  }
}
