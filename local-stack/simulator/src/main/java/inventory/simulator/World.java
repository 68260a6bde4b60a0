package inventory.simulator;

import inventory.alert.domain.Rules.Progress;
import inventory.ingest.domain.ReceivedEvent;
import inventory.model.AlertId;
import inventory.model.FileKind;
import inventory.model.StockKey;
import inventory.model.inbox.FileState;
import inventory.model.message.ReleaseRequest.Release;
import inventory.simulator.Facts.Sent;
import inventory.simulator.Faults.Fate;
import inventory.simulator.Ports.Tampering;
import inventory.simulator.SimulatedProcess.Service;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * One simulated run: people and machines outside, stores, queues, two processes of each service.
 */
final class World implements AutoCloseable {

  private static final Instant START = Instant.parse("2026-11-21T08:00:00Z");
  private static final int MAX_STEPS_TO_REST = 20_000;
  private static final int STEPS_OF_A_TIMEOUT = 1_000;
  // Much longer than a claim lasts, or than the hour between two notifications.
  private static final List<Integer> MAX_PAUSES = List.of(50, 50, 2_000, 30_000, 30_000);
  private static final Duration A_CALL = Duration.ofNanos(1_000);
  private static final int PERCENT = 100;
  private static final int RUN_ONE_IN = 40;
  private static final int VALIDATION_WEIGHT = 4;
  private static final int NIGHTS = 30;
  private static final Duration EVENING = Duration.ofHours(2);
  private static final int PAUSED_ONE_IN = 15;
  private static final int MAX_PAUSE_STEPS = 120;
  private static final int MAX_EVENTS_ONE_IN = 8;
  private static final int MAX_INTERVENTIONS = 12;
  private static final int REPEATED_ONE_IN = 3;
  private static final int REST_WITHOUT_MAIL_ONE_IN = 4;
  private static final int OUTAGES_THAT_LAST_ONE_IN = 3;
  private static final Duration A_DAY = Duration.ofHours(25);

  private final Random random;
  private final Trace trace;
  private final Faults faults;
  private final int eventsOneIn;
  private final int interventions;
  private final int maxPauseSeconds;
  private final Stores stores;
  private final Facts facts;
  private final Invariants invariants;
  private final ChangeStream stream;
  private final StockMail stock;
  private final Mailbox mailbox;
  private final Receivers receivers;
  private final Night night;
  private final Services services;
  private final List<SimulatedProcess> processes = new ArrayList<>();
  private final List<SimulatedProcess> sweeping = new ArrayList<>();
  private final List<SimulatedProcess> validators = new ArrayList<>();
  private final Map<SimulatedProcess, Integer> pausedUntil = new HashMap<>();
  private int turn;
  private Instant now = START;

  World(Random random, Tampering tampering, Trace trace) {
    this.random = random;
    this.trace = trace;
    this.faults = Faults.chosen(random);
    this.interventions = 2 + random.nextInt(MAX_INTERVENTIONS);
    this.eventsOneIn = 2 + random.nextInt(MAX_EVENTS_ONE_IN);
    this.maxPauseSeconds = any(MAX_PAUSES);
    this.stores = new Stores(random, this::done);
    this.facts = new Facts(random);
    this.invariants = new Invariants(stores, facts);
    this.stream = new ChangeStream(stores, random);
    Readers readers = Readers.chosen(random);
    this.stock = new StockMail(stores, readers, faults.isCalm(), () -> now);
    this.mailbox = new Mailbox(stores, stock, () -> now);
    this.receivers = new Receivers(stores, random, faults.isCalm(), () -> now);
    long memoryBudget = random.nextInt(4) == 0 ? 1 : 1_000_000;
    this.night = new Night(stores, () -> now);
    this.services =
        new Services(
            stores,
            stream,
            night,
            readers,
            mailbox,
            receivers,
            this::pause,
            () -> now,
            memoryBudget);
    for (int i = 1; i <= 2; i++) {
      start("ingest-" + i, tampering, services::ingest);
      start("projection-" + i, tampering, services::projection);
      start("threshold-" + i, tampering, services::threshold);
      sweeping.add(start("alert-" + i, tampering, services::alert));
      validators.add(start("validation-" + i, tampering, services::validation));
    }
  }

  private SimulatedProcess start(
      String name, Tampering tampering, Function<Ports, Service> service) {
    SimulatedProcess process = new SimulatedProcess(name, tampering, service);
    processes.add(process);
    return process;
  }

  private void done(Object body) {
    invariants.checkDone(body);
  }

  /** One step: something happens outside, or a process proceeds by one call. */
  void step() {
    int chance = random.nextInt(PERCENT);
    List<SimulatedProcess> busy = busy();
    if (chance < 3 || busy.isEmpty()) {
      arrive();
    } else if (chance < 5 && mayPass()) {
      pass(Duration.ofSeconds(random.nextInt(maxPauseSeconds)));
    } else if (chance < 5 + interventions) {
      intervene();
    } else if (!faults.isCalm() && random.nextInt(RUN_ONE_IN) == 0) {
      begin(any(validators), 0);
    } else {
      proceed(anyOf(busy), faults.next(random));
    }
  }

  /** Each process now and then makes no call for a while, at any point of its work. */
  private SimulatedProcess anyOf(List<SimulatedProcess> busy) {
    turn++;
    List<SimulatedProcess> candidates = new ArrayList<>(busy);
    // A validation makes so many calls that it would outlast all changes.
    validators.stream()
        .filter(process -> !process.isIdle())
        .forEach(process -> candidates.addAll(Collections.nCopies(VALIDATION_WEIGHT, process)));
    List<SimulatedProcess> awake =
        candidates.stream()
            .filter(process -> pausedUntil.getOrDefault(process, 0) <= turn)
            .toList();
    SimulatedProcess next = any(awake.isEmpty() ? busy : awake);
    if (random.nextInt(PAUSED_ONE_IN) == 0) {
      pausedUntil.put(next, turn + random.nextInt(MAX_PAUSE_STEPS));
    }
    return next;
  }

  private <T> T any(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }

  private List<SimulatedProcess> busy() {
    return processes.stream().filter(SimulatedProcess::isBusy).toList();
  }

  private void arrive() {
    if (random.nextInt(eventsOneIn) == 0) {
      ReceivedEvent event = facts.event();
      stores.events.send(event.record().partitionKey(), event.record().sequenceNumber(), event);
      trace.add("event " + event.movement().position() + " " + event.movement().event().get());
      return;
    }
    Sent file = facts.upload();
    stores.bucket.add(file.upload(), file.content().text());
    boolean isThreshold = file.content().kind() == FileKind.THRESHOLDS;
    SimulatedQueue queue = isThreshold ? stores.thresholdArrivals : stores.arrivals;
    queue.send("", "", file.upload());
    if (random.nextInt(REPEATED_ONE_IN) == 0) {
      queue.send("", "", file.upload());
    }
    trace.add("upload of " + file.upload().key() + " " + file.fileId());
  }

  /** A process that stalls for longer than its claim is a fault: another one sends its batch. */
  private boolean mayPass() {
    return !faults.isCalm() || processes.stream().allMatch(SimulatedProcess::isIdle);
  }

  private void pass(Duration time) {
    now = now.plus(time);
    stores.queues.forEach(SimulatedQueue::endVisibilityTimeouts);
    trace.add("it is " + now);
    // A process that stalls renews nothing.
    services.heartbeats().stream().filter(beat -> random.nextBoolean()).forEach(Runnable::run);
  }

  /** A process waits. */
  private boolean pause(Duration time) {
    now = now.plus(time);
    stores.queues.forEach(SimulatedQueue::endVisibilityTimeouts);
    return true;
  }

  private void begin(SimulatedProcess process, int job) {
    if (process.isIdle() && process.hasJob()) {
      trace.add(process.name() + " starts by time");
      process.beginJob(job);
    }
  }

  /** A person does something. */
  private void intervene() {
    switch (random.nextInt(10)) {
      case 0 -> deleteOriginal();
      case 1 -> snooze();
      case 2 -> acknowledge();
      case 3 -> receivers.change().ifPresent(trace::add);
      default -> release();
    }
  }

  private void snooze() {
    StockKey key = any(Facts.KEYS);
    // Never at a full microsecond, as all other times are: at that instant, a snooze is neither
    // over nor under way.
    long seconds = random.nextInt(2 * maxPauseSeconds);
    stock.snooze(AlertId.of(key), now.plusSeconds(seconds).plusNanos(1));
    trace.add("snooze " + key);
  }

  private void acknowledge() {
    StockKey key = any(Facts.KEYS);
    stock.acknowledge(AlertId.of(key));
    trace.add("acknowledgement of " + key);
  }

  private void release() {
    List<FileState> held =
        stores.files.all().stream().filter(file -> file.status().releasable()).toList();
    if (!held.isEmpty()) {
      FileState file = any(held);
      Release release = new Release(file.fileId(), file.status().name(), now, null);
      invariants.released(release);
      stores.arrivals.send("", "", release);
      stores.arrivals.send("", "", release);
      trace.add("release of " + release.fileId() + " from " + release.from());
    }
  }

  private void deleteOriginal() {
    if (!facts.files().isEmpty()) {
      Sent file = any(facts.files());
      stores.bucket.delete(file.upload());
      trace.add("deletion of " + file.fileId());
    }
  }

  private void proceed(SimulatedProcess process, Fate chosen) {
    boolean isBeginning = process.isIdle();
    Fate fate = isBeginning ? Fate.WORK : chosen;
    String call = isBeginning ? "begins" : process.call();
    trace.add(process.name() + " " + call + " " + fate);
    now = now.plus(A_CALL);
    process.proceed(fate, random);
    boolean isChanged = invariants.checkAfter(call);
    if (isChanged || call.startsWith("Alerts") || call.startsWith("LevelStore")) {
      stream.observe(now);
    }
    stream.checkAfter(call);
    if (isChanged) {
      stores.observeFiles(now);
      night.observe();
      stock.observe();
    }
    if (call.startsWith("Alerts")) {
      stock.observeAlerts();
    }
    receivers.observe(call);
  }

  /**
   * Lets everything come to rest without further faults, and checks it. Then, usually, all
   * notifications wait no longer; then, sometimes, there is a night with a validation.
   */
  void rest() {
    if (random.nextInt(OUTAGES_THAT_LAST_ONE_IN) != 0) {
      receivers.recover();
    }
    settle(() -> true);
    invariants.checkAtRest();
    stream.checkAtRest();
    mailbox.checkFiles(faults.isCalm());
    stock.checkUrgent(invariants::isUnannounced);
    if (random.nextInt(REST_WITHOUT_MAIL_ONE_IN) != 0) {
      awaitMail();
      stock.checkAtRest(invariants::isUnannounced);
      if (random.nextBoolean()) {
        spendNight();
      }
    }
  }

  private void spendNight() {
    // Each night has levels of its own that are proved in full.
    pass(EVENING.plusDays(random.nextInt(NIGHTS)));
    settle(() -> true);
    Instant start = now;
    settle(() -> night.isCompletedSince(start) && !night.runs.isOpen());
    night.check(start, invariants.isAnyUnannounced());
    invariants.announced();
    mailbox.checkFiles(faults.isCalm());
    mailbox.checkRuns(night.runs.all(), faults.isCalm());
    awaitMail();
    stock.checkAtRest(key -> false);
    stream.checkAtRest();
  }

  /**
   * Digests, reminders, notifications that come too soon after others, and events that were refused
   * wait for their time.
   */
  private void awaitMail() {
    if (receivers.isAnyDown()) {
      pass(A_DAY);
      settle(() -> true);
    }
    Optional<Instant> due = nextDue();
    while (due.isPresent()) {
      pass(Duration.between(now, due.get()).plusSeconds(1));
      settle(() -> true);
      due = nextDue();
    }
    receivers.checkAtRest(mailbox.endpoints());
  }

  private Optional<Instant> nextDue() {
    return Stream.concat(
            stores.alerts.oldestDue(Instant.MAX).stream(), receivers.nextAttempt().stream())
        .min(Comparator.naturalOrder());
  }

  private void settle(BooleanSupplier isOver) {
    int steps = 0;
    while (!isAtRest() || !isOver.getAsBoolean()) {
      steps++;
      Violation.unless(steps < MAX_STEPS_TO_REST, "the system does not come to rest");
      if (steps % STEPS_OF_A_TIMEOUT == 0 && mayPass()) {
        // A message whose consumer has died shows again, however often others are tried meanwhile.
        pass(Duration.ofMinutes(2));
      }
      List<SimulatedProcess> busy = busy();
      if (!busy.isEmpty()) {
        proceed(anyOf(busy), Fate.WORK);
      } else {
        pass(Duration.ofMinutes(2));
        List<SimulatedProcess> next = isOver.getAsBoolean() ? sweeping : validators;
        int job = random.nextInt(SimulatedProcess.MAX_JOBS);
        begin(any(next), job);
        if (random.nextBoolean()) {
          // Usually the other one, which does the same at the same time.
          begin(any(next), job);
        }
      }
    }
  }

  private boolean isAtRest() {
    return processes.stream().noneMatch(SimulatedProcess::isBusy)
        && stores.queues.stream().allMatch(queue -> queue.isEmpty() || queue == stores.validation)
        && stores.rules.find().flatMap(Progress::place).isEmpty()
        && receivers.nextAttempt().stream().allMatch(now::isBefore)
        && mailbox.isAtRest();
  }

  @Override
  public void close() {
    processes.forEach(SimulatedProcess::close);
  }
}
