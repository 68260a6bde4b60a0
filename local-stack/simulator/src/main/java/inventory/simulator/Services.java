package inventory.simulator;

import static inventory.alert.notification.Audience.OPERATIONS;
import static inventory.alert.notification.Audience.PURCHASING;

import inventory.alert.audience.PurchasingEdition;
import inventory.alert.audience.RuleAudiences;
import inventory.alert.audience.RuleDispatch;
import inventory.alert.audience.RuleEditions;
import inventory.alert.domain.AlertPolicy;
import inventory.alert.domain.Alerts;
import inventory.alert.domain.Edition;
import inventory.alert.domain.FileCheck;
import inventory.alert.domain.FilePolicy;
import inventory.alert.domain.Hint;
import inventory.alert.domain.Rules;
import inventory.alert.domain.RulesCheck;
import inventory.alert.domain.RunCheck;
import inventory.alert.domain.SnoozeCheck;
import inventory.alert.domain.StockCheck;
import inventory.alert.domain.StockComposer;
import inventory.alert.domain.StockStatuses;
import inventory.alert.domain.Teams;
import inventory.alert.notification.Audience;
import inventory.alert.notification.EndpointNotifications;
import inventory.alert.notification.FileNotifications;
import inventory.alert.notification.RuleNotifications;
import inventory.alert.notification.RunNotifications;
import inventory.alert.notification.SilenceNotifications;
import inventory.alert.notification.StockNotifications;
import inventory.alert.outbox.Composer;
import inventory.alert.outbox.FileAndRunComposer;
import inventory.alert.outbox.FileReports;
import inventory.alert.outbox.Notifier;
import inventory.alert.outbox.Outbox;
import inventory.alert.outbox.OutboxDispatcher;
import inventory.alert.outbox.RunReports;
import inventory.alert.webhook.Claim;
import inventory.alert.webhook.Claims;
import inventory.alert.webhook.Deliveries;
import inventory.alert.webhook.DeliveryDispatcher;
import inventory.alert.webhook.Endpoints;
import inventory.alert.webhook.EventDistributor;
import inventory.alert.webhook.EventFeed;
import inventory.alert.webhook.Sender;
import inventory.ingest.domain.EventIngestion;
import inventory.ingest.domain.EventRejects;
import inventory.ingest.domain.FileIngestion;
import inventory.ingest.domain.LevelFirstLedger;
import inventory.ingest.domain.LevelStore;
import inventory.ingest.domain.PartialSums;
import inventory.ingest.domain.ReceivedEvent;
import inventory.ingest.domain.Retries;
import inventory.ingest.domain.StoreBusyException;
import inventory.ingest.domain.ValidationQueue;
import inventory.ingest.projection.CounterStore;
import inventory.ingest.projection.Projection;
import inventory.model.Backoff;
import inventory.model.FileStatus;
import inventory.model.StockKey;
import inventory.model.changes.ItemChangePublisher;
import inventory.model.inbox.FileEvents;
import inventory.model.inbox.FileLifecycle;
import inventory.model.inbox.Originals;
import inventory.model.inbox.RejectsStore;
import inventory.model.inbox.Upload;
import inventory.model.message.ArrivedFile;
import inventory.model.message.ChangedItems;
import inventory.model.message.FinishedFile;
import inventory.model.message.FinishedRun;
import inventory.model.message.ReleaseRequest.Release;
import inventory.model.movement.OriginalRows;
import inventory.simulator.Ports.UnavailableException;
import inventory.simulator.SimulatedProcess.Service;
import inventory.simulator.SimulatedProcess.Service.Job;
import inventory.simulator.SimulatedProcess.Service.QueueConsumer;
import inventory.threshold.domain.ThresholdImport;
import inventory.threshold.domain.Thresholds;
import inventory.validation.check.AlertMatchesLevel;
import inventory.validation.check.ClosingMatchesMovements;
import inventory.validation.check.LevelMatchesMovements;
import inventory.validation.check.Movements;
import inventory.validation.domain.Check;
import inventory.validation.domain.FileRecords;
import inventory.validation.domain.LevelAudit;
import inventory.validation.domain.Levels;
import inventory.validation.domain.Warehouses;
import inventory.validation.findings.FindingsStore;
import inventory.validation.run.FinishedRuns;
import inventory.validation.run.Pauses;
import inventory.validation.run.Runs;
import inventory.validation.run.Runs.LeaseHeldException;
import inventory.validation.run.Timing;
import inventory.validation.run.Validation;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/** Starts processes of the services, as their wiring does, over the stores of one world. */
final class Services {

  private static final Backoff BACKOFF = new Backoff(3, Duration.ZERO, Duration.ZERO);
  private static final Backoff WEBHOOK_BACKOFF =
      new Backoff(Integer.MAX_VALUE, Duration.ofSeconds(5), Duration.ofHours(1));
  private static final int PARALLELISM = 4;
  private static final int ORDER_UP_TO = 2;
  private static final String BUCKET = "inbox";

  /** A run waits for files, and loses its lease now and then. */
  private static final Timing TIMING =
      new Timing(
          Duration.ofMinutes(1),
          Duration.ofMinutes(2),
          Duration.ofMinutes(30),
          2,
          Duration.ofMinutes(1),
          Duration.ZERO,
          10);

  private final Stores stores;
  private final ChangeStream stream;
  private final Night night;
  private final Readers readers;
  private final Notifier mailbox;
  private final Sender receivers;
  private final Pauses pauses;
  // Renew the leases of the runs that are under way.
  private final List<Runnable> heartbeats = new ArrayList<>();
  private final Supplier<Instant> now;
  private final long memoryBudget;
  private int ids;

  /**
   * Starts over stores.
   *
   * @param pauses lets virtual time pass
   * @param memoryBudget bytes that the rows of a file may use in ingest-service
   */
  Services(
      Stores stores,
      ChangeStream stream,
      Night night,
      Readers readers,
      Notifier mailbox,
      Sender receivers,
      Pauses pauses,
      Supplier<Instant> now,
      long memoryBudget) {
    this.stores = stores;
    this.stream = stream;
    this.night = night;
    this.readers = readers;
    this.mailbox = mailbox;
    this.receivers = receivers;
    this.pauses = pauses;
    this.now = now;
    this.memoryBudget = memoryBudget;
  }

  /** A process of ingest-service. */
  Service ingest(Ports ports) {
    LevelFirstLedger ledger =
        new LevelFirstLedger(
            ports.of(
                LevelStore.class,
                stores.levels,
                call -> new StoreBusyException(new UnavailableException(call))),
            PartialSums.NONE,
            Runnable::run,
            PARALLELISM,
            new Retries(now::get, new Random(0), time -> {}));
    FileLifecycle files = ports.of(FileLifecycle.class, stores.files);
    ItemChangePublisher changes = changes(ports);
    FileEvents finished = finished(ports);
    FileIngestion ingestion =
        new FileIngestion(
            files,
            ports.of(Originals.class, stores.bucket),
            ledger,
            ports.of(RejectsStore.class, stores.bucket),
            changes,
            arrivals(ports),
            finished,
            Runnable::run,
            memoryBudget);
    EventIngestion events =
        new EventIngestion(ledger, changes, ports.of(EventRejects.class, stores), files, finished);
    return new Service(
        List.of(
            consumer(ports, stores.arrivals, body -> ingest(ingestion, body)),
            consumer(ports, stores.events, body -> events.ingest(List.of((ReceivedEvent) body)))),
        List.of());
  }

  private static void ingest(FileIngestion ingestion, Object body) {
    if (body instanceof Release release) {
      ingestion.release(release.fileId(), FileStatus.valueOf(release.from()), release.decision());
    } else {
      ingestion.ingest((Upload) body);
    }
  }

  /** A process that counts what the table's stream says. */
  Service projection(Ports ports) {
    Projection projection =
        new Projection(ports.of(CounterStore.class, stores.counters), Runnable::run);
    return new Service(
        List.of(consumer(ports, stores.stream, body -> stream.deliver(projection))), List.of());
  }

  /** A process of threshold-service. */
  Service threshold(Ports ports) {
    ThresholdImport thresholds =
        new ThresholdImport(
            ports.of(FileLifecycle.class, stores.files),
            ports.of(Originals.class, stores.bucket),
            ports.of(Thresholds.class, stores.thresholds),
            ports.of(RejectsStore.class, stores.bucket),
            changes(ports),
            finished(ports),
            Runnable::run);
    return new Service(
        List.of(
            consumer(ports, stores.thresholdArrivals, body -> thresholds.process((Upload) body))),
        List.of());
  }

  /** A process of alert-service. */
  Service alert(Ports ports) {
    StockStatuses statuses = ports.of(StockStatuses.class, stores::statuses);
    Alerts alerts = ports.of(Alerts.class, stores.alerts);
    FileReports reports = ports.of(FileReports.class, stores);
    Outbox outbox = ports.of(Outbox.class, stores.alerts);
    Teams teams = new Teams(false, FilePolicy.PROBLEMS);
    AlertPolicy policy =
        new AlertPolicy(new RuleAudiences(readers::rules, teams), readers.interval());
    StockCheck stock = new StockCheck(statuses, alerts, policy, outbox, BACKOFF, now, this::newId);
    SnoozeCheck snoozes = new SnoozeCheck(statuses, alerts, policy, stock, now, this::newId);
    RulesCheck all =
        new RulesCheck(
            false,
            Stores.DEFAULT_THRESHOLD,
            ports.of(Rules.class, stores.rules),
            alerts,
            stock,
            outbox,
            now);
    FileCheck files = new FileCheck(reports, teams, all, now);
    RunCheck runs = new RunCheck(ports.of(RunReports.class, stores.runReports), teams, now);
    StockNotifications notices = new StockNotifications(ORDER_UP_TO, Optional.empty());
    Function<Edition, Composer> composers =
        edition ->
            new StockComposer(
                statuses,
                alerts,
                stock,
                scopes -> Map.of(),
                () -> stores.alerts.openAlerts().stream(),
                edition);
    OutboxDispatcher purchasing =
        dispatcher(
            ports, PURCHASING, outbox, composers.apply(new PurchasingEdition(PURCHASING, notices)));
    RuleEditions editions =
        new RuleEditions(
            readers::rules, notices, new RuleNotifications(ORDER_UP_TO, Optional.empty()));
    RuleDispatch rules =
        new RuleDispatch(
            readers::rules,
            outbox,
            audience ->
                dispatcher(
                    ports,
                    audience,
                    outbox,
                    (entries, at) -> composers.apply(editions.of(audience)).compose(entries, at)),
            now);
    OutboxDispatcher operations =
        dispatcher(
            ports,
            OPERATIONS,
            outbox,
            new FileAndRunComposer(
                new FileNotifications(Optional.empty(), BUCKET),
                reports,
                new RunNotifications(Optional.empty(), BUCKET),
                stores.runReports,
                new SilenceNotifications(Optional.empty()),
                warehouse -> Optional.empty(),
                id -> new EndpointNotifications().compose(id, stores.webhooks.find(id))));
    Endpoints endpoints = ports.of(Endpoints.class, stores.webhooks);
    Claim claim =
        new Claim(ports.of(Claims.class, stores.webhooks), action -> () -> {}, now, this::newId);
    Deliveries list = ports.of(Deliveries.class, stores.webhooks);
    EventDistributor distributor =
        new EventDistributor(ports.of(EventFeed.class, stores.webhooks), endpoints, list, claim);
    DeliveryDispatcher deliveries =
        new DeliveryDispatcher(
            endpoints, list, sender(ports.of(Sender.class, receivers)), claim, WEBHOOK_BACKOFF);
    return new Service(
        List.of(
            consumer(ports, stores.changes, body -> check(stock, (ChangedItems) body)),
            consumer(ports, stores.finished, body -> files.check(((FinishedFile) body).fileId())),
            consumer(ports, stores.finishedRuns, body -> check(runs, (FinishedRun) body))),
        List.of(
            new Job(this::areSnoozesDue, snoozes::check),
            new Job(this::areRulesDue, all::check),
            new Job(() -> stores.alerts.hasDue(PURCHASING, now.get()), purchasing::dispatch),
            new Job(() -> stores.alerts.hasDue(OPERATIONS, now.get()), operations::dispatch),
            new Job(this::areRuleMailsDue, rules::dispatch),
            new Job(() -> !stores.webhooks.oldest(1).isEmpty(), distributor::distribute),
            new Job(this::areDeliveriesDue, () -> endpoints.list().forEach(deliveries::dispatch))));
  }

  private boolean areSnoozesDue() {
    return !stores.alerts.endedSnoozes(now.get()).isEmpty();
  }

  private boolean areRulesDue() {
    return stores.rules.find().map(progress -> progress.place().isPresent()).orElse(true);
  }

  private boolean areRuleMailsDue() {
    return stores.alerts.dueAudiences(now.get()).stream()
        .anyMatch(id -> Audience.ruleOf(id).isPresent());
  }

  private boolean areDeliveriesDue() {
    return stores.webhooks.list().stream()
        .anyMatch(one -> one.isReady(now.get()) && stores.webhooks.hasPending(one.id()));
  }

  /** A sender never fails: a lost answer is an answer. */
  private static Sender sender(Sender port) {
    return (endpoint, event, at) -> {
      try {
        return port.send(endpoint, event, at);
      } catch (UnavailableException e) {
        return new Sender.NoResponse(e.getMessage());
      }
    };
  }

  /** A process of validation-worker, which is started each night. */
  Service validation(Ports ports) {
    Originals originals = ports.of(Originals.class, stores.bucket);
    Levels levels = ports.of(Levels.class, night);
    OriginalRows rows = new OriginalRows(id -> stores.files.find(id).upload(), originals);
    inventory.validation.run.Ports all =
        new inventory.validation.run.Ports(
            ports.of(Runs.class, night.runs),
            night.messages(ports.of(MessageQueue.class, stores.validation)),
            ports.of(FileRecords.class, night),
            originals,
            levels,
            new LevelAudit(levels, rows, BACKOFF, now),
            Runnable::run,
            ports.of(Warehouses.class, night),
            ports.of(FindingsStore.class, night),
            ports.of(FinishedRuns.class, night),
            this::during,
            ports.of(Pauses.class, pauses),
            UnavailableException.class::isInstance);
    List<Check> checks =
        List.of(
            new Movements(),
            new LevelMatchesMovements(),
            new ClosingMatchesMovements(),
            new AlertMatchesLevel(
                ports.of(inventory.validation.domain.Alerts.class, night), levels, now));
    return new Service(List.of(), List.of(new Job(() -> true, () -> validate(all, checks))));
  }

  private void validate(inventory.validation.run.Ports ports, List<Check> checks) {
    try {
      new Validation(ports, checks, TIMING, memoryBudget, now, this::newId).run(newId());
    } catch (LeaseHeldException e) {
      // The other process validates.
    }
  }

  private Validation.Result during(
      Duration period, Runnable beat, Supplier<Validation.Result> work) {
    heartbeats.add(beat);
    try {
      return work.get();
    } finally {
      heartbeats.remove(beat);
    }
  }

  /** What renews the leases of the runs that are under way. */
  List<Runnable> heartbeats() {
    return List.copyOf(heartbeats);
  }

  private OutboxDispatcher dispatcher(
      Ports ports, Audience audience, Outbox outbox, Composer composer) {
    return new OutboxDispatcher(
        audience,
        outbox,
        composer,
        ports.of(Notifier.class, mailbox),
        action -> () -> {},
        BACKOFF,
        now,
        this::newId);
  }

  private static void check(StockCheck check, ChangedItems changed) {
    check.check(
        changed.batch(),
        changed.cause(),
        changed.items().stream()
            .map(item -> new Hint(item.itemId(), Optional.ofNullable(item.warehouse()))));
  }

  private static void check(RunCheck check, FinishedRun run) {
    check.check(run.runId(), run.ending());
  }

  private String newId() {
    ids++;
    return "id" + ids;
  }

  private static QueueConsumer consumer(
      Ports ports, SimulatedQueue queue, Consumer<Object> handler) {
    return new QueueConsumer(queue, ports.of(MessageQueue.class, queue), handler);
  }

  private FileEvents finished(Ports ports) {
    MessageQueue queue = ports.of(MessageQueue.class, stores.finished);
    return upload -> queue.send("", "", new FinishedFile(upload.fileId()));
  }

  private ValidationQueue arrivals(Ports ports) {
    MessageQueue queue = ports.of(MessageQueue.class, stores.validation);
    return file -> {
      Upload upload = file.upload();
      queue.send(
          "files",
          file.fileId() + "-" + file.generation(),
          new Night.Arrival(
              new ArrivedFile(
                  file.fileId(),
                  upload.key(),
                  upload.version(),
                  upload.versioned(),
                  upload.size(),
                  upload.uploadedAt()),
              now.get()));
    };
  }

  private ItemChangePublisher changes(Ports ports) {
    MessageQueue queue = ports.of(MessageQueue.class, stores.changes);
    return (batch, cause) -> new Changes(queue, batch, cause);
  }

  /** The changes of one batch, in one message. */
  private static final class Changes implements ItemChangePublisher.Announcement {

    private final Set<ChangedItems.Item> items = new LinkedHashSet<>();
    private final MessageQueue queue;
    private final String batch;
    private final String cause;

    Changes(MessageQueue queue, String batch, String cause) {
      this.queue = queue;
      this.batch = batch;
      this.cause = cause;
    }

    @Override
    public void add(StockKey key) {
      items.add(new ChangedItems.Item(key.warehouse(), key.itemId()));
    }

    @Override
    public void addEverywhere(String itemId) {
      items.add(new ChangedItems.Item(null, itemId));
    }

    @Override
    public void publish() {
      if (!items.isEmpty()) {
        queue.send("", "", new ChangedItems(batch, cause, List.copyOf(items), null));
      }
    }

    @Override
    public void close() {
      // Nothing is held.
    }
  }
}
