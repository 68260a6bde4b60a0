package inventory.simulator;

import inventory.ingest.domain.KnownLevel;
import inventory.ingest.projection.Difference;
import inventory.ingest.projection.InMemoryCounters;
import inventory.ingest.projection.Projection;
import inventory.ingest.projection.dynamodb.Images;
import inventory.model.AlertId;
import inventory.model.AlertRecord;
import inventory.model.Hex;
import inventory.model.StockKey;
import inventory.model.StockState;
import inventory.model.counter.Amounts;
import inventory.model.counter.Counter;
import inventory.model.counter.dynamodb.CounterItem;
import inventory.model.inbox.FileState;
import inventory.model.movement.Movement;
import inventory.model.table.AlertItem;
import inventory.model.table.FileItem;
import inventory.model.table.ItemBuilder;
import inventory.model.table.LevelItem;
import inventory.model.table.Table;
import inventory.model.table.Values;
import inventory.model.table.WarehouseItem;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The stream of the table: the changes of levels, alerts, warehouses and records of files, by
 * shard. It also checks what the projection makes of them.
 */
final class ChangeStream {

  private static final int SHARDS = 2;
  private static final int MAX_BATCH = 8;
  private static final int MAX_REPEATED = 5;

  private final Stores stores;
  private final Random random;
  private final InMemoryCounters counters;
  private final Map<Object, Object> states = new HashMap<>();
  private final Map<Object, Map<String, AttributeValue>> images = new HashMap<>();
  private final Map<String, List<Difference>> shards = new TreeMap<>();
  // The number of records that were found to be counted, by shard, and their sum.
  private final Map<String, Integer> covered = new HashMap<>();
  private Amounts sum = Amounts.NONE;
  // Whether a message about the latest records waits for a process.
  private boolean isPublished;
  private final Map<String, Name> names = new HashMap<>();
  private final Map<String, Instant> lastFiles = new HashMap<>();

  /** A name that a warehouse gave to an item. */
  private record Name(String text, String position) {}

  ChangeStream(Stores stores, Random random) {
    this.stores = stores;
    this.random = random;
    this.counters = stores.counters;
  }

  /** A step is over: the table may have changed. */
  void observe(Instant now) {
    for (StockKey key : Facts.KEYS) {
      stores.levels.level(key).ifPresent(level -> observe(key, level, now));
      AlertId alert = AlertId.of(key);
      AlertRecord record = stores.alerts.record(alert);
      if (hasChanged(alert, record)) {
        put(alert, new AlertItem(alert, "", BigInteger.ZERO, 0, record).toItem());
      }
    }
    for (FileState file : stores.files.all()) {
      if (hasChanged(file.fileId(), file)) {
        put(file.fileId(), FileItem.received(file, Optional.empty()));
      }
    }
    for (String name : stores.levels.warehouses()) {
      if (hasChanged(name, name)) {
        put(name, new ItemBuilder(WarehouseItem.key(name)).text("warehouse", name).build());
      }
    }
  }

  private boolean hasChanged(Object id, Object state) {
    return !state.equals(states.put(id, state));
  }

  private void observe(StockKey key, KnownLevel level, Instant now) {
    Optional<KnownLevel> before = Optional.ofNullable((KnownLevel) states.get(key));
    if (!hasChanged(key, level)) {
      return;
    }
    String name = level.level().itemName();
    if (!before.map(known -> known.level().itemName()).equals(Optional.of(name))) {
      names.merge(
          key.itemId(),
          new Name(name, level.level().named()),
          (one, other) -> other.position.compareTo(one.position) > 0 ? other : one);
    }
    boolean isMoved = !before.map(KnownLevel::revision).equals(Optional.of(level.revision()));
    // The last mark is that of the movement that came last.
    if (isMoved && level.marks().get(level.marks().size() - 1).event().isEmpty()) {
      lastFiles.put(key.warehouse(), now);
    }
    Map<String, AttributeValue> image =
        new HashMap<>(LevelItem.toItem(key, level.level(), level.revision(), now));
    level.marks().forEach(mark -> image.put("~" + mark.source(), mark(mark)));
    put(key, image);
  }

  /** Tells the mark of a file from that of an event, which is all that the projection reads. */
  private static AttributeValue mark(Movement movement) {
    return AttributeValue.fromM(
        movement.event().isEmpty() ? Map.of("fileId", Values.text(movement.fileId())) : Map.of());
  }

  private void put(Object id, Map<String, AttributeValue> image) {
    Map<String, AttributeValue> before =
        Optional.ofNullable(images.put(id, image)).orElse(Map.of());
    int digit = Hex.sha256(image.get(Table.PK).s()).charAt(0);
    List<Difference> shard =
        shards.computeIfAbsent("shard" + digit % SHARDS, name -> new ArrayList<>());
    Difference record = Images.difference(String.valueOf(shard.size() + 1), before, image);
    shard.add(record);
    boolean isEmpty =
        record.amounts().isEmpty() && record.naming().isEmpty() && record.file().isEmpty();
    if (!isEmpty && !isPublished) {
      isPublished = true;
      stores.stream.send("", "", "records");
    }
  }

  /** Delivers what is not counted, in batches, and some of what is: a process has forgotten it. */
  void deliver(Projection projection) {
    isPublished = false;
    for (String shard : List.copyOf(shards.keySet())) {
      List<Difference> records = shards.get(shard);
      int from = Math.max(0, checkpoint(shard) - random.nextInt(MAX_REPEATED));
      while (from < records.size()) {
        int to = Math.min(records.size(), from + 1 + random.nextInt(MAX_BATCH));
        projection.project(shard, List.copyOf(records.subList(from, to)));
        from = to;
      }
    }
  }

  private int checkpoint(String shard) {
    return counters.checkpoint(shard).map(Integer::valueOf).orElse(0);
  }

  /** Checks, after a call, that the counters are the sum of the records behind the checkpoints. */
  void checkAfter(String call) {
    if (!call.startsWith("CounterStore")) {
      return;
    }
    shards.forEach(
        (shard, records) -> {
          int from = covered.getOrDefault(shard, 0);
          int to = checkpoint(shard);
          Violation.unless(from <= to, "the checkpoint of", shard, "went back to", to);
          records.subList(from, to).forEach(record -> sum = sum.plus(record.amounts()));
          covered.put(shard, to);
        });
    Violation.unless(
        sum.equals(counters.counted()), "counted is", counters.counted(), "in place of", sum);
  }

  /** Checks that the counters are the sums of what is stored, while nothing is under way. */
  void checkAtRest() {
    Map<String, List<StockKey>> stock =
        stores.stock().stream().collect(Collectors.groupingBy(StockKey::warehouse));
    stock.forEach((name, keys) -> check(new Counter.OfWarehouse(name), keys, 0));
    check(new Counter.OfEverything(), stores.stock(), stores.levels.warehouses().size());
    stores.files.all().stream()
        .collect(
            Collectors.groupingBy(
                file -> LocalDate.ofInstant(file.upload().uploadedAt(), ZoneOffset.UTC),
                Collectors.groupingBy(
                    file -> CounterItem.files(file.status()),
                    Collectors.collectingAndThen(Collectors.counting(), BigInteger::valueOf))))
        .forEach((day, files) -> checkEqual(day, files, numbers(new Counter.OfDay(day))));
    for (StockKey key : stores.stock()) {
      checkEqual(
          key.itemId(),
          Optional.ofNullable(names.get(key.itemId())).map(Name::text),
          counters.itemName(key.itemId()));
      checkEqual(
          key.warehouse(),
          Optional.ofNullable(lastFiles.get(key.warehouse())),
          counters.lastFileAt(key.warehouse()));
    }
  }

  private Map<String, BigInteger> numbers(Counter counter) {
    return counters.counted().byCounter().getOrDefault(counter, Map.of());
  }

  private void check(Counter counter, Collection<StockKey> keys, int warehouses) {
    Map<String, AttributeValue> item = new HashMap<>();
    numbers(counter).forEach((name, number) -> item.put(name, Values.number(number)));
    CounterItem found = CounterItem.of(item);
    BigInteger units =
        keys.stream()
            .map(key -> stores.levels.level(key).orElseThrow().level().units())
            .reduce(BigInteger.ZERO, BigInteger::add);
    checkEqual(
        counter,
        List.of(
            (long) keys.size(),
            (long) warehouses,
            units,
            open(keys, StockState.LOW),
            open(keys, StockState.OUT)),
        List.of(
            found.count(CounterItem.ITEMS),
            found.count(CounterItem.WAREHOUSES),
            found.units(),
            found.count(CounterItem.open(StockState.LOW)),
            found.count(CounterItem.open(StockState.OUT))));
  }

  private long open(Collection<StockKey> keys, StockState state) {
    return keys.stream()
        .map(key -> stores.alerts.record(AlertId.of(key)))
        .filter(record -> record.state() == state)
        .count();
  }

  private static void checkEqual(Object what, Object expected, Object found) {
    Violation.unless(expected.equals(found), what, "counts", found, "in place of", expected);
  }
}
