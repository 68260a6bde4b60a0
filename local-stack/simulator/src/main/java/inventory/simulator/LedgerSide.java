package inventory.simulator;

import inventory.ingest.domain.InMemoryLedger;
import inventory.ingest.domain.InMemoryLevelStore;
import inventory.ingest.domain.LevelFirstLedger;
import inventory.ingest.domain.LevelStore;
import inventory.ingest.domain.PartialSums;
import inventory.ingest.domain.Retries;
import inventory.ingest.domain.StoreBusyException;
import inventory.model.EventType;
import inventory.model.StockKey;
import inventory.model.movement.Movement;
import inventory.model.movement.Movement.Event;
import inventory.model.movement.Movement.Kind;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** The ledger of ingest-service in the simulation, and the facts that it was given. */
final class LedgerSide {

  private static final int MINUTES = 8;
  private static final int EVENT_IDS = 6;
  private static final int UNITS = 9;
  private static final int COUNT_ONE_IN = 5;
  private static final int PARALLELISM = 4;
  private static final Instant FIRST = Instant.parse("2026-11-20T08:00:00Z");
  private static final List<StockKey> KEYS =
      List.of(new StockKey("Berlin", "cap"), new StockKey("Berlin", "mug"));

  final SimulatedQueue queue;
  private final InMemoryLevelStore store = new InMemoryLevelStore();
  private final Supplier<Instant> now;
  private final Random random;
  private final Map<StockKey, Set<String>> ofFiles = new TreeMap<>();
  // By item and id: the positions of all deliveries, one of which is applied.
  private final Map<StockKey, Map<String, Set<String>>> ofEvents = new TreeMap<>();
  private int numbers;

  LedgerSide(Supplier<Instant> now, Random random) {
    this.queue = new SimulatedQueue(random);
    this.now = now;
    this.random = random;
  }

  /** Starts a process. */
  Service start(Ports ports) {
    LevelStore levels =
        ports.of(
            LevelStore.class,
            store,
            call -> new StoreBusyException(new UnavailableException(call)));
    LevelFirstLedger ledger =
        new LevelFirstLedger(
            levels,
            PartialSums.NONE,
            Runnable::run,
            PARALLELISM,
            new Retries(now::get, new Random(0), time -> {}));
    return new Service(
        List.of(
            new Service.QueueConsumer(
                queue,
                ports.of(MessageQueue.class, queue),
                body -> ledger.record(((Batch) body).movements()))),
        () -> {});
  }

  /**
   * A message.
   *
   * @param movements what it states
   */
  record Batch(List<Movement> movements) {}

  /** A file or an event arrives. */
  String arrive() {
    numbers++;
    List<Movement> movements = random.nextBoolean() ? file() : List.of(event());
    queue.send(new Batch(movements));
    return movements.stream()
        .map(movement -> movement.kind() + " " + movement.total() + " at " + movement.position())
        .collect(Collectors.joining(", "));
  }

  private List<Movement> file() {
    List<Movement> movements = new ArrayList<>();
    String source = "%032x".formatted(numbers);
    Kind kind = random.nextInt(COUNT_ONE_IN) == 0 ? Kind.COUNT : Kind.CHANGE;
    for (StockKey key : KEYS) {
      Instant time = anyTime();
      Movement movement =
          new Movement(
              key,
              key.itemId(),
              kind,
              "file" + numbers,
              source,
              time,
              time,
              anyUnits(),
              1,
              1,
              1,
              Optional.empty());
      ofFiles.computeIfAbsent(key, same -> new TreeSet<>()).add(movement.position());
      movements.add(movement);
    }
    return movements;
  }

  /** It may repeat an earlier one at another position, or have its id and state something else. */
  private Movement event() {
    StockKey key = KEYS.get(random.nextInt(KEYS.size()));
    int id = random.nextInt(EVENT_IDS);
    boolean isRepeated = random.nextInt(COUNT_ONE_IN) != 0;
    Movement movement =
        Movement.of(
            new Event("event" + id, EventType.QUANTITY_CHANGED),
            key,
            key.itemId(),
            Kind.CHANGE,
            String.valueOf(numbers),
            FIRST.plusSeconds(60L * id),
            isRepeated ? BigInteger.valueOf(id) : anyUnits());
    ofEvents
        .computeIfAbsent(key, same -> new TreeMap<>())
        .computeIfAbsent("event" + id, same -> new TreeSet<>())
        .add(movement.position());
    return movement;
  }

  /** One of a few, so that many are late, and some are equal. */
  private Instant anyTime() {
    return FIRST.plusSeconds(60L * (numbers / MINUTES + random.nextInt(MINUTES)));
  }

  private BigInteger anyUnits() {
    return BigInteger.valueOf(random.nextInt(2 * UNITS) - UNITS);
  }

  /** Checks all levels while nothing is under way. */
  void checkAtRest() {
    KEYS.forEach(this::check);
  }

  private void check(StockKey key) {
    Set<String> stored =
        store.movements(key).stream()
            .map(Movement::position)
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> files = ofFiles.getOrDefault(key, Set.of());
    Violation.unless(stored.containsAll(files), key, "lacks movements of files:", files, stored);
    Set<String> others = new TreeSet<>(stored);
    others.removeAll(files);
    for (Map.Entry<String, Set<String>> event : ofEvents.getOrDefault(key, Map.of()).entrySet()) {
      long times = event.getValue().stream().filter(others::remove).count();
      Violation.unless(times == 1, key, "has", event.getKey(), times, "times, not once");
    }
    Violation.unless(others.isEmpty(), key, "has movements that nobody stated:", others);
    InMemoryLedger definition = new InMemoryLedger();
    definition.record(store.movements(key));
    Violation.unless(
        definition.stock(key).equals(store.stock(key)),
        key,
        "is",
        store.stock(key),
        "but its facts give",
        definition.stock(key));
  }
}
