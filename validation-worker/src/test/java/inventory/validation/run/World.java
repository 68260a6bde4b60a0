package inventory.validation.run;

import static java.nio.charset.StandardCharsets.UTF_8;

import inventory.model.Backoff;
import inventory.model.FileKind;
import inventory.model.FileStatus;
import inventory.model.Hex;
import inventory.model.RunState;
import inventory.model.StockKey;
import inventory.model.inbox.Original;
import inventory.model.inbox.Originals;
import inventory.model.inbox.Upload;
import inventory.model.message.ArrivedFile;
import inventory.model.movement.Movement;
import inventory.model.movement.OriginalRows;
import inventory.validation.domain.Check;
import inventory.validation.domain.Facts;
import inventory.validation.domain.FileRecord;
import inventory.validation.domain.FileRecords;
import inventory.validation.domain.InMemoryLevels;
import inventory.validation.domain.LevelAudit;
import inventory.validation.domain.RunFacts;
import inventory.validation.domain.Warehouses;
import inventory.validation.findings.FindingsStore;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * All ports of a validation, in memory. The process can be made to die at any call of a port,
 * before or after its effect.
 */
final class World
    implements ValidationMessages, FileRecords, Originals, Warehouses, FindingsStore, FinishedRuns {

  static final Instant START = Instant.parse("2026-11-21T03:00:00Z");
  static final StockKey ITEM_4 = new StockKey("Berlin", "item-4");
  static final Duration PATIENCE = Duration.ofMinutes(10);

  /** The store, or the queue, does not answer. */
  static final class Outage extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  final Deque<String> queue = new ArrayDeque<>();
  final List<String> deadLetters = new ArrayList<>();
  final Map<String, FileRecord> files = new LinkedHashMap<>();
  final Map<String, String> contents = new TreeMap<>();
  final Map<String, String> objects = new TreeMap<>();
  final List<String> reported = new ArrayList<>();
  final InMemoryRuns runs = new InMemoryRuns(this::burn, this::checked);
  final InMemoryLevels levels = new InMemoryLevels();
  final Map<String, RuntimeException> failures = new HashMap<>();
  private int fuse = Integer.MAX_VALUE;
  private final Set<String> requeued = new HashSet<>();
  private long seconds;
  private Instant outageUntil = Instant.MIN;

  World() {
    for (int i = 0; i < 5; i++) {
      levels.apply(Facts.change(new StockKey("Berlin", "item-" + i), "f" + i, "name", 2, START, 1));
    }
    levels.beforeEachCall(
        call -> {
          burn();
          failures.computeIfPresent(
              call,
              (same, failure) -> {
                throw failure;
              });
        });
  }

  private void checked(Run run, FileRecord file) {
    files.put(
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
  }

  /** The death of the process, as the use case sees it. */
  static final class Crash extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /** Lets the process die at the n-th moment from now. */
  void crashAt(int moment) {
    fuse = moment;
  }

  /** Until an instant, no call of a port succeeds. */
  void outageUntil(Instant instant) {
    outageUntil = instant;
  }

  void burn() {
    if (START.plusSeconds(seconds).isBefore(outageUntil)) {
      throw new Outage();
    }
    if (--fuse == 0) {
      throw new Crash();
    }
    if (fuse < 0) {
      // A dead process has no effect, not even by its cleanup.
      throw new Crash();
    }
  }

  /** A dead process does not wait. */
  private boolean pause(Duration duration) {
    seconds += duration.toSeconds();
    return fuse >= 0;
  }

  /** Lets time pass. */
  void wait(Duration duration) {
    seconds += duration.toSeconds();
  }

  Instant now() {
    return START.plusSeconds(seconds++);
  }

  /** A file that arrived and was applied; its rows are counts of one item each. */
  void arrive(String key, FileStatus status, String text) {
    Upload upload = new Upload(key, "1", true, text.length(), START.minusSeconds(3_600));
    long rows = text.lines().count() - 1;
    files.put(
        upload.fileId(),
        new FileRecord(upload, status, FileKind.COUNT, rows, 0, "", Optional.empty(), false));
    contents.put(upload.fileId(), text);
    queue.add(upload.fileId());
  }

  Validation validation(List<Check> checks, int checkpointSteps) {
    Ports ports =
        new Ports(
            runs,
            this,
            this,
            this,
            levels,
            new LevelAudit(levels, new OriginalRows(id -> null, this), Backoff.NONE, () -> START),
            Runnable::run,
            this,
            this,
            this,
            (period, beat, work) -> work.get(),
            this::pause,
            failure -> failure instanceof Crash || failure instanceof Outage);
    Timing timing =
        new Timing(
            Duration.ofDays(1),
            PATIENCE,
            Duration.ofHours(2),
            checkpointSteps,
            Duration.ofDays(1),
            Duration.ZERO,
            10);
    return new Validation(
        ports, checks, timing, 1_000_000, this::now, () -> "id" + runs.records.size());
  }

  @Override
  public int waiting() {
    return queue.size();
  }

  @Override
  public Optional<Received> receive(Instant before) {
    burn();
    // What was sent again after the start of the run is for the next one.
    return Optional.ofNullable(queue.peek())
        .filter(body -> !requeued.contains(body))
        .map(Waiting::new);
  }

  private final class Waiting implements Received {

    private final String body;

    Waiting(String body) {
      this.body = body;
    }

    @Override
    public String id() {
      return "message " + body;
    }

    @Override
    public Optional<ArrivedFile> file() {
      return Optional.ofNullable(files.get(body))
          .map(FileRecord::upload)
          .map(
              upload ->
                  new ArrivedFile(
                      body, upload.key(), "1", true, upload.size(), upload.uploadedAt()));
    }

    @Override
    public String body() {
      return body;
    }

    @Override
    public void acknowledge() {
      burn();
      queue.remove(body);
      burn();
    }

    @Override
    public void deadLetter(String reason) {
      burn();
      if (!deadLetters.contains(body)) {
        deadLetters.add(body);
      }
      burn();
      queue.remove(body);
    }

    @Override
    public void requeue() {
      burn();
      queue.remove(body);
      queue.add(body);
      requeued.add(body);
      burn();
    }

    @Override
    public void release() {
      burn();
    }
  }

  @Override
  public Optional<FileRecord> find(String fileId) {
    return Optional.ofNullable(files.get(fileId));
  }

  @Override
  public void unchecked(Instant since, Instant until, Consumer<FileRecord> visitor) {
    burn();
    List.copyOf(files.values()).stream()
        .filter(file -> file.validatedIn().isEmpty())
        .filter(file -> !file.upload().uploadedAt().isBefore(since))
        .filter(file -> file.upload().uploadedAt().isBefore(until))
        .forEach(visitor);
  }

  @Override
  public List<FileRecords.Pair> pair(List<Movement> movements) {
    return movements.stream()
        .map(movement -> new FileRecords.Pair(movement, Optional.of(movement), true))
        .toList();
  }

  @Override
  public Original fetch(Upload upload) {
    burn();
    RuntimeException failure = failures.get("original of " + upload.key());
    if (failure != null) {
      throw failure;
    }
    String text = contents.get(upload.fileId());
    return new Original() {
      @Override
      public InputStream open() {
        return new ByteArrayInputStream(text.getBytes(UTF_8));
      }

      @Override
      public String sha256() {
        return HexFormat.of().formatHex(Hex.sha256().digest(text.getBytes(UTF_8)));
      }

      @Override
      public void close() {
        // Nothing to release.
      }
    };
  }

  @Override
  public Map<String, FirstSighting> firstSightings() {
    return Map.of();
  }

  @Override
  public void recordFirstSighting(String warehouse, FirstSighting sight) {
    burn();
  }

  @Override
  public void recordReport(Set<String> warehouses, LocalDate day) {
    burn();
  }

  @Override
  public List<String> names() {
    return levels.warehouses();
  }

  @Override
  public List<RunFacts.Warehouse> all() {
    return List.of();
  }

  @Override
  public void deleteReportsBefore(LocalDate day) {
    burn();
  }

  @Override
  public void put(String key, Path content) {
    burn();
    try {
      objects.put(key, Files.readString(content));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    burn();
  }

  @Override
  public Optional<InputStream> open(String key) {
    burn();
    return Optional.ofNullable(objects.get(key))
        .map(text -> new ByteArrayInputStream(text.getBytes(UTF_8)));
  }

  @Override
  public void publish(Run run) {
    burn();
    String ending = run.state() + " " + run.reached().endings();
    if (run.state() == RunState.COMPLETED && !reported.contains(ending)) {
      reported.add(ending);
    }
    burn();
  }
}
