package inventory.ingest.projection.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import inventory.ingest.domain.LevelFirstLedger;
import inventory.ingest.domain.PartialSums;
import inventory.ingest.domain.Retries;
import inventory.ingest.dynamodb.DynamoDbLevelStore;
import inventory.ingest.projection.CounterStore;
import inventory.ingest.projection.Difference;
import inventory.ingest.projection.Difference.FileTime;
import inventory.ingest.projection.Projection;
import inventory.model.AlertId;
import inventory.model.FileStatus;
import inventory.model.StockKey;
import inventory.model.StockState;
import inventory.model.counter.Counter;
import inventory.model.counter.dynamodb.CatalogueItem;
import inventory.model.counter.dynamodb.Counted;
import inventory.model.counter.dynamodb.CounterItem;
import inventory.model.counter.dynamodb.TableStream;
import inventory.model.csv.Row;
import inventory.model.movement.Movement;
import inventory.model.movement.MovementBuilder;
import inventory.model.movement.Origin;
import inventory.model.table.AlertItem;
import inventory.model.table.Keys;
import inventory.model.table.LevelItem;
import inventory.model.table.Table;
import inventory.model.table.Values;
import inventory.model.table.WarehouseItem;
import inventory.testkit.EmbeddedAws;
import inventory.testkit.Fuse;
import inventory.testkit.Resources;
import java.math.BigInteger;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The projection on the real store: what it counts equals what is in the table. */
class ProjectionIT {

  private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");
  private static final String SHARD = "shard-1";

  private static final String CHANGES = "changes";

  private final Resources resources = EmbeddedAws.newResources();
  private final DynamoDbClient dynamoDb = resources.dynamoDb();
  private final TableStream stream = new TableStream(dynamoDb, resources.table());
  private final AtomicInteger sources = new AtomicInteger();
  private final ExecutorService writers = Executors.newFixedThreadPool(8);
  private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
  private final CounterStore store =
      new DynamoDbCounters(dynamoDb, resources.table(), clock, Optional.empty());

  @AfterEach
  void close() {
    writers.shutdown();
    stream.close();
    resources.close();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void countsEachRecordOnceHoweverItIsDelivered(long seed) {
    Random random = new Random(seed);
    writeFacts(random);
    List<Difference> records = records();

    deliver(records, random);

    assertThatCountersEqualTheTable();
    assertThat(counted(new Counter.OfEverything()).changes())
        .isEqualTo(records.stream().filter(ProjectionIT::isShown).count());
  }

  private static boolean isShown(Difference record) {
    return record
        .amounts()
        .byCounter()
        .getOrDefault(new Counter.OfEverything(), Map.of())
        .containsKey(CHANGES);
  }

  @Test
  void countsAChangeOfEachThingThatTheDashboardShowsAndNoneOfServicesThatWait() {
    Projection projection = new Projection(store, Runnable::run);
    Map<Map<String, AttributeValue>, Integer> writes = new LinkedHashMap<>();
    writes.put(Values.key(Keys.run("r"), Keys.ONLY), 1);
    writes.put(Values.key(Keys.run("r"), Keys.checkedFile(1)), 0);
    writes.put(Values.key(Keys.RECIPIENTS, Keys.ONLY), 1);
    writes.put(Values.key(Keys.WEBHOOKS, "e"), 1);
    writes.put(Values.key(Keys.webhook("e"), "PENDING#1"), 1);
    writes.put(Values.key(Keys.webhook("e"), Keys.ONLY), 0);
    writes.put(Values.key(Keys.item("tea"), Keys.threshold(Optional.empty())), 1);
    writes.put(Values.key(Keys.item("tea"), Keys.snooze(AlertId.ofTotal("tea"))), 1);
    writes.put(Values.key(Keys.outbox("PURCHASING"), Keys.ONLY), 0);
    writes.put(Values.key(Keys.VALIDATION, Keys.ONLY), 0);
    long changes = 0;
    for (Map.Entry<Map<String, AttributeValue>, Integer> write : writes.entrySet()) {
      dynamoDb.putItem(put -> put.tableName(resources.table()).item(write.getKey()));
      projection.project(SHARD, records());
      changes += write.getValue();
      assertThat(counted(new Counter.OfEverything()).changes())
          .as("%s", write.getKey())
          .isEqualTo(changes);
    }
    ledger().record(List.of(fileMovement(new StockKey("W", "tea"), "Tea", 1, 0)));
    projection.project(SHARD, records());
    assertThat(counted(new Counter.OfEverything()).changes()).isGreaterThan(changes);
  }

  /**
   * Delivers the shard in batches of random size to two processes, which crash before or after
   * random calls of the store; each then begins again at an earlier record.
   */
  private void deliver(List<Difference> records, Random random) {
    Fuse fuse = new Fuse();
    CounterStore crashing = fuse.around(CounterStore.class, store);
    int[] done = {0, 0};
    int crashes = 0;
    while (done[0] < records.size() || done[1] < records.size()) {
      int process = random.nextInt(2);
      int from = Math.max(0, done[process] - random.nextInt(30));
      int to = Math.min(records.size(), from + 1 + random.nextInt(120));
      fuse.crashAt(1 + random.nextInt(40));
      try {
        new Projection(crashing, Runnable::run).project(SHARD, records.subList(from, to));
        done[process] = Math.max(done[process], to);
      } catch (Fuse.Crash e) {
        crashes++;
      }
    }
    assertThat(crashes).isPositive();
  }

  @Test
  void pollsTheStreamAfterItsCheckpoint() {
    writeFacts(new Random(5));

    StreamPoller first = poller();
    assertThat(first.poll()).isPositive();
    while (first.poll() > 0) {
      assertThat(first).isNotNull();
    }
    // A process that starts later has only the checkpoint.
    writeFacts(new Random(6));
    StreamPoller second = poller();
    while (second.poll() > 0 || first.poll() > 0) {
      assertThat(second).isNotNull();
    }

    assertThatCountersEqualTheTable();
  }

  private StreamPoller poller() {
    return new StreamPoller(
        dynamoDb, stream, resources.table(), new Projection(store, Runnable::run));
  }

  @Test
  void splitsABatchThatChangesMoreCountersThanATransactionHolds() {
    List<Movement> movements = new ArrayList<>();
    for (int i = 0; i < 250; i++) {
      movements.add(fileMovement(new StockKey("W" + i, "tea"), "Tea", 1, i));
    }
    ledger().record(movements);

    new Projection(store, Runnable::run).project(SHARD, records());

    assertThatCountersEqualTheTable();
    assertThat(counted(new Counter.OfEverything()).count(CounterItem.WAREHOUSES)).isEqualTo(250);
  }

  @Test
  void aNetChangeOfNothingStillMovesTheCheckpoint() {
    LevelFirstLedger ledger = ledger();
    ledger.record(List.of(fileMovement(new StockKey("W", "tea"), "Tea", 1, 0)));
    ledger.record(List.of(fileMovement(new StockKey("W", "tea"), "Tea", 5, 1)));
    ledger.record(List.of(fileMovement(new StockKey("W", "tea"), "Tea", -5, 2)));
    List<Difference> records = records().stream().filter(r -> !r.amounts().isEmpty()).toList();
    Projection projection = new Projection(store, Runnable::run);
    projection.project(SHARD, records.subList(0, 2));

    List<Difference> upAndDown = records.subList(2, 4);
    projection.project(SHARD, upAndDown);
    projection.project(SHARD, upAndDown.subList(0, 1));

    assertThat(counted(new Counter.OfWarehouse("W")).units()).isEqualTo(BigInteger.ONE);
  }

  @Test
  void theCatalogueHasTheNameThatWasIntroducedLast() {
    LevelFirstLedger ledger = ledger();
    ledger.record(List.of(fileMovement(new StockKey("W", "t"), "Tea", 1, 5)));
    ledger.record(List.of(fileMovement(new StockKey("V", "t"), "Late", 1, 3)));
    List<Difference> records = records();
    Projection projection = new Projection(store, Runnable::run);

    projection.project(SHARD, records);
    assertThat(catalogue("t").itemName()).isEqualTo("Tea");

    ledger.record(List.of(fileMovement(new StockKey("V", "t"), "Chai", 1, 7)));
    projection.project(SHARD, records());
    projection.project("another shard", records);
    assertThat(catalogue("t").itemName()).isEqualTo("Chai");
  }

  @Test
  void aWarehouseHasTheTimeOfItsLastFileButNotOfAnEvent() {
    StockKey key = new StockKey("W", "t");
    ledger().record(List.of(fileMovement(key, "Tea", 1, 5)));
    new Projection(store, Runnable::run).project(SHARD, records());
    assertThat(counted(new Counter.OfWarehouse("W")).lastFileAt()).contains(NOW);

    store.record(new FileTime("W", NOW.minusSeconds(1)));
    assertThat(counted(new Counter.OfWarehouse("W")).lastFileAt()).contains(NOW);
    store.record(new FileTime("W", NOW.plusSeconds(1)));
    assertThat(counted(new Counter.OfWarehouse("W")).lastFileAt()).contains(NOW.plusSeconds(1));
  }

  private List<Difference> records() {
    return Shards.records(stream).stream().map(StreamPoller::difference).toList();
  }

  private LevelFirstLedger ledger() {
    return new LevelFirstLedger(
        new DynamoDbLevelStore(dynamoDb, resources.table(), clock),
        PartialSums.NONE,
        writers,
        8,
        new Retries(clock, new Random(1), duration -> {}));
  }

  private Movement fileMovement(StockKey key, String name, long change, int minute) {
    String source = "s" + sources.incrementAndGet();
    Row row = new Row(2, key, name, NOW.plus(Duration.ofMinutes(minute)), change);
    return new MovementBuilder(row)
        .build(key, new Origin(Movement.Kind.CHANGE, "file-" + source, source));
  }

  /** Levels by the ledger, also late ones; alerts that open, worsen and close; files; deletions. */
  private void writeFacts(Random random) {
    LevelFirstLedger ledger = ledger();
    List<Movement> movements = new ArrayList<>();
    for (int i = 0; i <= 120; i++) {
      StockKey key = new StockKey("W" + random.nextInt(7), "item" + random.nextInt(9));
      int minute = random.nextInt(10_000);
      movements.add(
          fileMovement(key, "Name " + random.nextInt(2), random.nextInt(99) - 30, minute));
      if (i % 12 == 0) {
        ledger.record(movements);
        movements.clear();
      }
      alert(key, random);
      if (random.nextInt(15) == 0) {
        dynamoDb.deleteItem(r -> r.tableName(resources.table()).key(LevelItem.key(key)));
      }
      file("f" + random.nextInt(20), random);
    }
  }

  private void alert(StockKey key, Random random) {
    AlertId id = random.nextBoolean() ? AlertId.of(key) : AlertId.ofTotal(key.itemId());
    StockState state = pick(List.of(StockState.values()), random);
    Map<String, AttributeValue> item = new HashMap<>(AlertItem.key(id));
    item.put("itemId", AttributeValue.fromS(id.itemId()));
    id.warehouse().ifPresent(name -> item.put("warehouse", AttributeValue.fromS(name)));
    item.put("state", AttributeValue.fromS(state.name()));
    if (state != StockState.OK) {
      item.put("since", AttributeValue.fromS(NOW.toString()));
    }
    dynamoDb.putItem(r -> r.tableName(resources.table()).item(item));
  }

  private static <T> T pick(List<T> all, Random random) {
    return all.get(random.nextInt(all.size()));
  }

  private void file(String id, Random random) {
    FileStatus status = pick(List.of(FileStatus.values()), random);
    Map<String, AttributeValue> item = new HashMap<>();
    item.put(Table.PK, AttributeValue.fromS(Keys.file(id)));
    item.put(Table.SK, AttributeValue.fromS(Keys.ONLY));
    item.put("receivedAt", AttributeValue.fromS(NOW.toString()));
    item.put("status", AttributeValue.fromS(status.name()));
    item.put("rowsApplied", AttributeValue.fromN(Integer.toString(random.nextInt(9))));
    dynamoDb.putItem(r -> r.tableName(resources.table()).item(item));
  }

  private void assertThatCountersEqualTheTable() {
    List<Map<String, AttributeValue>> all =
        dynamoDb.scanPaginator(r -> r.tableName(resources.table())).items().stream().toList();
    Map<Counter, Map<String, BigInteger>> sums = new HashMap<>();
    for (Map<String, AttributeValue> item : all) {
      Counted.by(item)
          .byCounter()
          .forEach(
              (counter, numbers) ->
                  numbers.forEach(
                      (name, number) ->
                          sums.computeIfAbsent(counter, none -> new HashMap<>())
                              .merge(name, number, BigInteger::add)));
    }
    List<Counter> counters = new ArrayList<>(sums.keySet());
    all.stream()
        .filter(item -> item.get(Table.PK).s().equals(Keys.WAREHOUSES))
        .flatMap(item -> WarehouseItem.of(item).name().stream())
        .map(Counter.OfWarehouse::new)
        .filter(counter -> !counters.contains(counter))
        .forEach(counters::add);
    assertThat(counters).isNotEmpty().contains(new Counter.OfEverything());
    for (Counter counter : counters) {
      assertThat(numbers(counter))
          .as("%s", counter)
          .isEqualTo(sums.getOrDefault(counter, Map.of()));
    }
    all.stream()
        .filter(item -> item.get(Table.SK).s().startsWith(Keys.LEVEL_PREFIX))
        .forEach(
            item ->
                assertThat(catalogue(LevelItem.of(item).itemId()).itemName())
                    .isEqualTo(latestIntroduced(LevelItem.of(item).itemId())));
  }

  /** By the stream: the name of the introduction with the latest position. */
  private String latestIntroduced(String itemId) {
    return records().stream()
        .flatMap(record -> record.naming().stream())
        .filter(naming -> naming.itemId().equals(itemId))
        .reduce((one, other) -> other.position().compareTo(one.position()) > 0 ? other : one)
        .orElseThrow()
        .itemName();
  }

  private Map<String, BigInteger> numbers(Counter counter) {
    Map<String, BigInteger> numbers = new HashMap<>();
    item(CounterItem.key(counter))
        .forEach(
            (name, value) -> {
              if (value.n() != null && !value.n().equals("0") && !name.equals(CHANGES)) {
                numbers.put(name, new BigInteger(value.n()));
              }
            });
    return numbers;
  }

  private CounterItem counted(Counter counter) {
    return CounterItem.of(item(CounterItem.key(counter)));
  }

  private CatalogueItem catalogue(String itemId) {
    return CatalogueItem.of(item(CatalogueItem.key(itemId)));
  }

  private Map<String, AttributeValue> item(Map<String, AttributeValue> key) {
    return dynamoDb
        .getItem(get -> get.tableName(resources.table()).key(key).consistentRead(true))
        .item();
  }
}
