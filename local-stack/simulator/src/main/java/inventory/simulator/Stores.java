package inventory.simulator;

import inventory.alert.domain.Hint;
import inventory.alert.domain.InMemoryAlerts;
import inventory.alert.domain.InMemoryRules;
import inventory.alert.domain.InMemoryRunReports;
import inventory.alert.domain.StockStatus;
import inventory.alert.notification.Audience;
import inventory.alert.notification.FileReport;
import inventory.alert.outbox.Delivery;
import inventory.alert.outbox.EndpointEvent;
import inventory.alert.outbox.FileEvent;
import inventory.alert.outbox.FileReports;
import inventory.alert.outbox.Trigger;
import inventory.alert.webhook.InMemoryWebhooks;
import inventory.ingest.domain.EventReject;
import inventory.ingest.domain.EventRejects;
import inventory.ingest.domain.InMemoryLevelStore;
import inventory.ingest.projection.InMemoryCounters;
import inventory.model.AlertId;
import inventory.model.StockKey;
import inventory.model.Thresholds;
import inventory.model.inbox.FileState;
import inventory.model.inbox.Outcome;
import inventory.model.inbox.Upload;
import inventory.model.movement.StockLevel;
import inventory.testkit.InMemoryFileLifecycle;
import inventory.threshold.domain.InMemoryThresholds;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** All that survives the death of a process: the table, the bucket, and the queues. */
final class Stores implements FileReports, EventRejects {

  /** Of items without a threshold, in units. */
  static final long DEFAULT_THRESHOLD = 10;

  final InMemoryFileLifecycle files = new InMemoryFileLifecycle();
  final InMemoryLevelStore levels = new InMemoryLevelStore();
  final InMemoryThresholds thresholds = new InMemoryThresholds();
  final InMemoryWebhooks webhooks = new InMemoryWebhooks(this::notifyOfEndpoint);
  final InMemoryAlerts alerts = new InMemoryAlerts(webhooks::put);
  final InMemoryRules rules = new InMemoryRules(this::stock, alerts::openAlerts);
  final InMemoryRunReports runReports = new InMemoryRunReports(alerts);
  final InMemoryCounters counters = new InMemoryCounters();
  final Bucket bucket = new Bucket();
  final Set<String> rejectedEvents = new HashSet<>();
  final List<SimulatedQueue> queues = new ArrayList<>();
  final SimulatedQueue arrivals;
  final SimulatedQueue thresholdArrivals;
  final SimulatedQueue events;
  final SimulatedQueue changes;
  final SimulatedQueue finished;
  final SimulatedQueue validation;
  final SimulatedQueue finishedRuns;

  /** Notifies the projection that the stream has records. */
  final SimulatedQueue stream;

  private final Map<Upload, FileState> lastStates = new HashMap<>();
  private final Map<Upload, Instant> changedAt = new HashMap<>();

  // The generation whose end operations was notified of, by file.
  private final Map<String, Integer> noticed = new HashMap<>();

  /**
   * Creates empty stores.
   *
   * @param whenDone is called with the body of each message that a consumer deletes
   */
  Stores(Random random, Consumer<Object> whenDone) {
    arrivals = queue("ingest queue", false, random, whenDone);
    thresholdArrivals = queue("threshold queue", false, random, whenDone);
    events = queue("events queue", true, random, whenDone);
    changes = queue("alert queue", false, random, whenDone);
    finished = queue("files queue", false, random, whenDone);
    validation = queue("validation queue", true, random, whenDone);
    finishedRuns = queue("runs queue", false, random, whenDone);
    stream = queue("stream", false, random, whenDone);
  }

  private SimulatedQueue queue(
      String name, boolean isFifo, Random random, Consumer<Object> whenDone) {
    SimulatedQueue queue = new SimulatedQueue(name, isFifo, random, whenDone);
    queues.add(queue);
    return queue;
  }

  /** All stock that has a level, by warehouse and item. */
  List<StockKey> stock() {
    return Facts.KEYS.stream().filter(key -> levels.level(key).isPresent()).toList();
  }

  /** A step is over: the records of files may have changed. */
  void observeFiles(Instant now) {
    for (FileState file : files.all()) {
      if (!file.equals(lastStates.put(file.upload(), file))) {
        changedAt.put(file.upload(), now);
      }
    }
  }

  /** When the record of a file was last changed. */
  Instant changedAt(FileState file) {
    return changedAt.get(file.upload());
  }

  /** How the stock stands that hints name, as alert-service reads it. */
  List<StockStatus> statuses(Collection<Hint> hints) {
    return hints.stream().flatMap(this::keys).distinct().flatMap(this::status).toList();
  }

  private Stream<StockKey> keys(Hint hint) {
    return Facts.KEYS.stream()
        .filter(key -> key.itemId().equals(hint.itemId()))
        .filter(key -> hint.warehouse().map(key.warehouse()::equals).orElse(true));
  }

  /** How an item stands; empty without a level. */
  Stream<StockStatus> status(StockKey key) {
    if (levels.level(key).isEmpty()) {
      return Stream.empty();
    }
    StockLevel level = levels.level(key).get().level();
    AlertId alert = AlertId.of(key);
    long threshold = new Thresholds(thresholds.all(), DEFAULT_THRESHOLD).of(alert);
    return Stream.of(
        new StockStatus(alert, level.itemName(), level.units(), threshold, level.removed()));
  }

  @Override
  public FileReport find(String fileId) {
    FileState file = files.find(fileId);
    Upload upload = file.upload();
    Optional<Outcome> end = Optional.ofNullable(files.outcome(fileId));
    return new FileReport(
        fileId,
        upload.key(),
        upload.size(),
        upload.uploadedAt(),
        file.kind(),
        file.status(),
        end.map(Outcome::rowsApplied).orElse(0L),
        end.map(Outcome::rowsRejected).orElse(0L),
        end.map(Outcome::reason).orElse(""),
        end.map(Outcome::firstRejects).orElse(List.of()),
        end.flatMap(Outcome::rejectsKey));
  }

  @Override
  public void notifyOnce(FileReport read, Collection<Delivery> deliveries, Trigger trigger) {
    FileState file = files.find(read.fileId());
    boolean isUnnoticed = noticed.getOrDefault(file.fileId(), 0) < file.generation();
    if (isUnnoticed && file.status() == read.status()) {
      noticed.put(file.fileId(), file.generation());
      String id = "FILE#" + file.fileId() + "#" + file.generation();
      alerts.enqueue(deliveries, id, trigger, new FileEvent(file.fileId()));
    }
  }

  private void notifyOfEndpoint(String id, Instant at) {
    alerts.enqueue(
        List.of(new Delivery(Audience.OPERATIONS, at)),
        "WEBHOOK#" + id + "#" + at,
        new Trigger("WEBHOOK#" + id, "webhook endpoint " + id, at),
        new EndpointEvent(id));
  }

  @Override
  public List<Hour> add(List<EventReject> rejects) {
    rejects.forEach(reject -> rejectedEvents.add(reject.record().sequenceNumber()));
    Instant hour = rejects.get(0).record().arrivedAt().truncatedTo(ChronoUnit.HOURS);
    return List.of(new Hour("rejected/events/hour.jsonl", hour, rejectedEvents.size(), true));
  }
}
