package inventory.simulator;

import inventory.alert.notification.RunReport;
import inventory.ingest.domain.KnownLevel;
import inventory.model.AlertId;
import inventory.model.FileKind;
import inventory.model.RunState;
import inventory.model.StockKey;
import inventory.model.StockState;
import inventory.model.Thresholds;
import inventory.model.inbox.FileState;
import inventory.model.inbox.Outcome;
import inventory.model.message.ArrivedFile;
import inventory.model.message.ChangedItems;
import inventory.model.message.FinishedRun;
import inventory.model.movement.Closing;
import inventory.model.movement.History;
import inventory.model.movement.LevelProof;
import inventory.model.movement.Movement;
import inventory.validation.domain.Alerts;
import inventory.validation.domain.FileRecord;
import inventory.validation.domain.FileRecords;
import inventory.validation.domain.FileRecords.Pair;
import inventory.validation.domain.Levels;
import inventory.validation.domain.RunFacts;
import inventory.validation.domain.StoredLevel;
import inventory.validation.domain.Warehouses;
import inventory.validation.findings.FindingsStore;
import inventory.validation.run.FinishedRuns;
import inventory.validation.run.InMemoryRuns;
import inventory.validation.run.Run;
import inventory.validation.run.ValidationMessages;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** What the nightly validation reads and writes, over the stores of one world. */
final class Night implements FileRecords, Levels, Warehouses, FindingsStore, FinishedRuns, Alerts {

  final InMemoryRuns runs = new InMemoryRuns(() -> {}, this::checked);
  private final Stores stores;
  private final Supplier<Instant> now;
  private final Map<StockKey, LevelProof> proofs = new HashMap<>();
  private final Map<StockKey, NavigableMap<LocalDate, Closing>> closings = new HashMap<>();
  // The run, and the state of the file that it checked, by file.
  private final Map<String, Checked> checked = new HashMap<>();
  private final Map<StockKey, KnownLevel> seen = new HashMap<>();
  private final Map<StockKey, Instant> changedAt = new HashMap<>();

  private final Map<String, byte[]> objects = new HashMap<>();

  private record Checked(String runId, int generation) {}

  Night(Stores stores, Supplier<Instant> now) {
    this.stores = stores;
    this.now = now;
  }

  /** A step is over: a level may have changed. */
  void observe() {
    for (StockKey key : stores.stock()) {
      KnownLevel level = stores.levels.level(key).orElseThrow();
      KnownLevel before = seen.put(key, level);
      if (before == null || !before.revision().equals(level.revision())) {
        changedAt.put(key, now.get());
      }
    }
  }

  private void checked(Run run, FileRecord file) {
    FileState state = stores.files.find(file.upload().fileId());
    if (state.status() == file.status()) {
      checked.put(state.fileId(), new Checked(run.id(), state.generation()));
    }
  }

  /** Whether a run has checked a file since it was last released or completed. */
  boolean isChecked(FileState file) {
    return Optional.ofNullable(checked.get(file.fileId()))
        .filter(check -> check.generation() == file.generation())
        .isPresent();
  }

  @Override
  public Optional<FileRecord> find(String fileId) {
    return stores.files.isRecorded(fileId)
        ? Optional.of(record(stores.files.find(fileId)))
        : Optional.empty();
  }

  private FileRecord record(FileState file) {
    Optional<Outcome> end = Optional.ofNullable(stores.files.outcome(file.fileId()));
    return new FileRecord(
        file.upload(),
        file.status(),
        file.kind(),
        end.map(Outcome::rowsApplied).orElse(0L),
        end.map(Outcome::rowsRejected).orElse(0L),
        end.map(Outcome::reason).orElse(""),
        isChecked(file) ? Optional.of(checked.get(file.fileId()).runId()) : Optional.empty(),
        file.isReleased());
  }

  @Override
  public void unchecked(Instant since, Instant until, Consumer<FileRecord> visitor) {
    stores.files.all().stream()
        .filter(file -> file.upload().key().endsWith(".csv") && file.kind() != FileKind.EVENTS)
        .filter(file -> !isChecked(file) && stores.changedAt(file).isBefore(until))
        .map(this::record)
        .forEach(visitor);
  }

  @Override
  public List<Pair> pair(List<Movement> movements) {
    return movements.stream()
        .map(
            read -> {
              Optional<KnownLevel> level = stores.levels.level(read.key());
              return new Pair(
                  read,
                  stores
                      .levels
                      .movement(read.key(), read.position())
                      .or(() -> level.flatMap(known -> known.mark(read.source()))),
                  level.isPresent());
            })
        .toList();
  }

  @Override
  public Iterable<List<StoredLevel>> pages(String warehouse, String afterItem) {
    return stores.stock().stream()
        .filter(key -> key.warehouse().equals(warehouse))
        .filter(key -> key.itemId().compareTo(afterItem) > 0)
        .map(key -> List.of(stored(key)))
        .toList();
  }

  private StoredLevel stored(StockKey key) {
    KnownLevel known = stores.levels.level(key).orElseThrow();
    return new StoredLevel(
        key,
        known.level(),
        known.revision(),
        known.marks(),
        Optional.ofNullable(proofs.get(key)),
        known.late(),
        changedAt.get(key).toString());
  }

  @Override
  public Optional<StoredLevel> find(StockKey key) {
    return stores.levels.level(key).map(known -> stored(key));
  }

  @Override
  public Iterator<Movement> movements(StoredLevel level, String after) {
    String last = level.level().latest();
    List<Movement> marks =
        level.marks().stream().filter(mark -> mark.position().compareTo(after) > 0).toList();
    Iterator<Movement> stored =
        stores.levels.movements(level.key()).stream()
            .filter(movement -> movement.position().compareTo(after) > 0)
            .filter(movement -> movement.position().compareTo(last) <= 0)
            .iterator();
    return History.unite(stored, marks, Comparator.comparing(Movement::position));
  }

  private NavigableMap<LocalDate, Closing> of(StockKey key) {
    return closings.computeIfAbsent(key, same -> new TreeMap<>());
  }

  @Override
  public List<Closing> closings(StockKey key) {
    return List.copyOf(of(key).values());
  }

  @Override
  public Optional<Closing> closing(StockKey key, LocalDate day) {
    return Optional.ofNullable(of(key).get(day));
  }

  @Override
  public Optional<Closing> closingBefore(StockKey key, String time) {
    return of(key).descendingMap().values().stream()
        .filter(closing -> closing.through().compareTo(time) < 0)
        .findFirst();
  }

  @Override
  public void store(StockKey key, List<Closing> some, Collection<LocalDate> surplus) {
    some.forEach(closing -> of(key).put(closing.day(), closing));
    of(key).keySet().removeAll(Set.copyOf(surplus));
  }

  @Override
  public void prove(StockKey key, LevelProof proof) {
    if (stores.levels.level(key).orElseThrow().revision().equals(proof.revision())) {
      proofs.put(key, proof);
      stores.levels.proved(key);
      Violation.unless(
          proof.units().equals(stores.levels.level(key).orElseThrow().level().units()),
          key,
          "was wrongly proved:",
          proof);
    }
  }

  @Override
  public String fileKey(String fileId) {
    return stores.files.find(fileId).upload().key();
  }

  @Override
  public Map<String, FirstSighting> firstSightings() {
    return Map.of();
  }

  @Override
  public void recordFirstSighting(String warehouse, FirstSighting sighting) {
    // No check of the simulation asks for it.
  }

  @Override
  public void recordReport(Set<String> names, LocalDate day) {
    // No check of the simulation asks for it.
  }

  @Override
  public List<String> names() {
    return stores.levels.warehouses().stream().sorted().toList();
  }

  @Override
  public List<RunFacts.Warehouse> all() {
    return List.of();
  }

  @Override
  public void deleteReportsBefore(LocalDate day) {
    // There are none.
  }

  @Override
  public void put(String key, Path content) {
    try {
      objects.put(key, Files.readAllBytes(content));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Optional<InputStream> open(String key) {
    return Optional.ofNullable(objects.get(key)).map(ByteArrayInputStream::new);
  }

  @Override
  public void publish(Run run) {
    Run.Reached reached = run.reached();
    stores.runReports.put(
        new RunReport(
            run.id(),
            run.startedAt(),
            Optional.of(now.get()),
            run.state(),
            run.reason(),
            reached.endings(),
            reached.files(),
            reached.filesTotal(),
            reached.transactions(),
            reached.levels(),
            run.found().findings(),
            run.found().newFindings(),
            run.found().accepted(),
            List.of(),
            Optional.empty()));
    stores.finishedRuns.send("", "", new FinishedRun(run.id(), reached.endings()));
  }

  @Override
  public Map<StockKey, Long> thresholds(Collection<StockKey> keys) {
    Thresholds thresholds = new Thresholds(stores.thresholds.all(), Stores.DEFAULT_THRESHOLD);
    return keys.stream()
        .collect(Collectors.toMap(key -> key, key -> thresholds.of(AlertId.of(key))));
  }

  @Override
  public Map<StockKey, StockState> states(Collection<StockKey> keys) {
    return keys.stream()
        .collect(
            Collectors.toMap(key -> key, key -> stores.alerts.record(AlertId.of(key)).state()));
  }

  @Override
  public void forEachOpen(Consumer<Collection<StockKey>> visitor) {
    visitor.accept(
        stores.alerts.openAlerts().stream()
            .map(alert -> new StockKey(alert.warehouse().orElseThrow(), alert.itemId()))
            .toList());
  }

  @Override
  public void judge(Collection<StockKey> keys) {
    List<ChangedItems.Item> items =
        keys.stream().map(key -> new ChangedItems.Item(key.warehouse(), key.itemId())).toList();
    stores.changes.send("", "", new ChangedItems("validation", "the validation", items, null));
  }

  /**
   * The body of a message about a file.
   *
   * @param at when it was sent
   */
  record Arrival(ArrivedFile file, Instant at) {}

  /** The queue of arrived files, as a process sees it. */
  ValidationMessages messages(MessageQueue queue) {
    return new ValidationMessages() {
      @Override
      public int waiting() {
        return 0;
      }

      @Override
      public Optional<Received> receive(Instant before) {
        Optional<MessageQueue.Message> message = queue.receive();
        if (message.isEmpty()) {
          // A dead process received the rest, which is visible again after a while.
          stores.validation.endVisibilityTimeouts();
          message = queue.receive();
        }
        Optional<Message> received = message.map(found -> new Message(queue, found));
        if (received.isPresent() && received.get().arrival().at().isAfter(before)) {
          received.get().release();
          return Optional.empty();
        }
        return received.map(found -> found);
      }
    };
  }

  private final class Message implements ValidationMessages.Received {

    private final MessageQueue queue;
    private final MessageQueue.Message message;

    Message(MessageQueue queue, MessageQueue.Message message) {
      this.queue = queue;
      this.message = message;
    }

    Arrival arrival() {
      return (Arrival) message.body();
    }

    @Override
    public String id() {
      return "message" + message.number();
    }

    @Override
    public Optional<ArrivedFile> file() {
      return Optional.of(arrival().file());
    }

    @Override
    public String body() {
      return message.toString();
    }

    @Override
    public void acknowledge() {
      queue.delete(message);
    }

    @Override
    public void deadLetter(String reason) {
      throw new Violation("the validation cannot use " + message + " because " + reason);
    }

    @Override
    public void requeue() {
      queue.send(message.group(), id(), new Arrival(arrival().file(), now.get()));
      acknowledge();
    }

    @Override
    public void release() {
      stores.validation.makeVisible(message);
    }
  }

  /** Whether a run that was started at an instant or later is complete. */
  boolean isCompletedSince(Instant start) {
    return runs.all().values().stream()
        .anyMatch(run -> run.state() == RunState.COMPLETED && !run.startedAt().isBefore(start));
  }

  /**
   * Checks the runs of a night in which nothing else was under way.
   *
   * @param start when it began
   * @param isUnannounced whether an alert may have been wrong before
   */
  void check(Instant start, boolean isUnannounced) {
    runs.all()
        .forEach(
            (id, run) -> {
              Set<String> findings = new TreeSet<>(run.found().findings().keySet());
              findings.remove("unreadable");
              Violation.unless(
                  run.startedAt().isBefore(start)
                      || findings.isEmpty()
                      || (isUnannounced && findings.equals(Set.of("alert"))),
                  "the run",
                  id,
                  "has findings, and nothing is wrong:",
                  run.found().findings());
            });
    for (FileState file : stores.files.all()) {
      Violation.unless(
          isChecked(file) || !file.upload().key().endsWith(".csv"), file, "was not checked");
    }
    for (StockKey key : stores.stock()) {
      Violation.unless(stored(key).isProved(), key, "was not proved");
    }
  }
}
