package inventory.simulator;

import inventory.alert.domain.Hint;
import inventory.alert.domain.StockStatus;
import inventory.model.AlertId;
import inventory.model.StockKey;
import inventory.model.message.ChangedItems;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What one simulated run consists of: stores, queues, and two processes of a service. */
final class World implements AutoCloseable {

  private static final Instant START = Instant.parse("2026-11-21T08:00:00Z");
  private static final int MAX_STEPS_TO_REST = 20_000;
  private static final int MAX_PAUSE_SECONDS = 50;
  private static final int PERCENT = 100;
  private static final int THRESHOLD = 10;
  private static final int MAX_LEVEL = 25;

  private final Random random;
  private final Trace trace;
  private final Faults faults;
  private final List<SimulatedProcess> processes = new ArrayList<>();
  private final AlertSide alerts;
  private final LedgerSide ledger;
  private final boolean isOfLedger;
  private final Map<StockKey, BigInteger> levels = new TreeMap<>();
  private Instant now = START;
  private int batches;

  World(Random random, Tampering tampering, Trace trace) {
    this.random = random;
    this.trace = trace;
    this.faults = Faults.chosen(random);
    this.alerts = new AlertSide(this::statuses, () -> now, random);
    this.ledger = new LedgerSide(() -> now, random);
    this.isOfLedger = random.nextInt(3) == 0;
    for (int i = 1; i <= 2; i++) {
      processes.add(
          isOfLedger
              ? new SimulatedProcess("ingest-" + i, tampering, ledger::start)
              : new SimulatedProcess("alert-" + i, tampering, alerts::start));
    }
  }

  /** One step: something happens outside, or a process proceeds by one call. */
  void step() {
    int chance = random.nextInt(PERCENT);
    if (chance < 4 && isOfLedger) {
      trace.add(ledger.arrive());
    } else if (chance < 4) {
      changeLevel();
    } else if (chance < 5 && mayPass()) {
      pass(Duration.ofSeconds(random.nextInt(MAX_PAUSE_SECONDS)));
    } else if (chance < 6 && !isOfLedger) {
      AlertId alert = AlertId.of(anyKey());
      // Never at a full second, as all other times are: at that instant, a snooze is neither over
      // nor under way.
      long seconds = random.nextInt(2 * MAX_PAUSE_SECONDS);
      alerts.snooze(alert, now.plusSeconds(seconds).plusMillis(1));
      trace.add("snooze " + alert);
    } else {
      proceed(processes.get(random.nextInt(processes.size())), faults.next(random));
    }
  }

  /** A process that stalls for longer than its claim is a fault: another one sends its batch. */
  private boolean mayPass() {
    return !faults.isCalm() || processes.stream().allMatch(SimulatedProcess::isIdle);
  }

  private void pass(Duration time) {
    now = now.plus(time);
    alerts.queue.endVisibilityTimeouts();
    ledger.queue.endVisibilityTimeouts();
    trace.add("it is " + now);
  }

  private void changeLevel() {
    StockKey key = anyKey();
    int units = random.nextInt(MAX_LEVEL) - 2;
    levels.put(key, BigInteger.valueOf(units));
    statuses(List.of(hint(key))).forEach(alerts::changed);
    // A batch may have several messages, and a message may name what did not change.
    if (random.nextBoolean()) {
      batches++;
    }
    Set<StockKey> named = new TreeSet<>(Arrays.asList(key, anyKey()));
    alerts.queue.send(
        new ChangedItems(
            "batch" + batches,
            "a file",
            named.stream()
                .map(one -> new ChangedItems.Item(one.warehouse(), one.itemId()))
                .toList(),
            null));
    trace.add("%s has %d units".formatted(key, units));
  }

  private StockKey anyKey() {
    return new StockKey("Berlin", random.nextBoolean() ? "mug" : "cap");
  }

  private void proceed(SimulatedProcess process, Fate fate) {
    boolean wasIdle = process.isIdle();
    String call = process.call();
    process.proceed(wasIdle ? Fate.WORK : fate, random);
    trace.add(process.name() + (wasIdle ? " begins" : " " + call + " " + fate));
    alerts.observeSnoozes();
  }

  /** Lets everything come to rest without further faults, and checks it. */
  void rest() {
    int steps = 0;
    while (!isAtRest()) {
      steps++;
      Violation.unless(steps < MAX_STEPS_TO_REST, "the system does not come to rest");
      SimulatedProcess process = processes.get(random.nextInt(processes.size()));
      if (process.isBusy()) {
        proceed(process, Fate.WORK);
      } else if (processes.stream().noneMatch(SimulatedProcess::isBusy)) {
        pass(Duration.ofMinutes(2));
        process.sweep();
        trace.add(process.name() + " sweeps");
      }
    }
    ledger.checkAtRest();
    for (StockStatus status : statuses(levels.keySet().stream().map(World::hint).toList())) {
      alerts.checkAtRest(status, faults.isCalm());
    }
  }

  private boolean isAtRest() {
    return alerts.isAtRest()
        && ledger.queue.isEmpty()
        && processes.stream().allMatch(SimulatedProcess::isIdle);
  }

  private static Hint hint(StockKey key) {
    return new Hint(key.itemId(), Optional.of(key.warehouse()));
  }

  private List<StockStatus> statuses(Collection<Hint> hints) {
    return levels.entrySet().stream()
        .filter(level -> hints.stream().anyMatch(hint -> isAbout(hint, level.getKey())))
        .map(
            level ->
                new StockStatus(
                    AlertId.of(level.getKey()),
                    level.getKey().itemId(),
                    level.getValue(),
                    THRESHOLD,
                    false))
        .toList();
  }

  private static boolean isAbout(Hint hint, StockKey key) {
    return hint.itemId().equals(key.itemId())
        && hint.warehouse().map(key.warehouse()::equals).orElse(true);
  }

  @Override
  public void close() {
    processes.forEach(SimulatedProcess::close);
  }
}
