package inventory.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import inventory.ingest.projection.Projection;
import inventory.ingest.projection.dynamodb.DynamoDbCounters;
import inventory.ingest.projection.dynamodb.StreamPoller;
import inventory.model.StockKey;
import inventory.model.counter.Amounts;
import inventory.model.counter.Counter;
import inventory.model.counter.dynamodb.CatalogueItem;
import inventory.model.counter.dynamodb.CounterItem;
import inventory.model.counter.dynamodb.TableStream;
import inventory.model.movement.StockLevel;
import inventory.model.table.LevelItem;
import inventory.model.table.WarehouseItem;
import inventory.testkit.EmbeddedAws;
import inventory.testkit.Resources;
import inventory.validation.rebuild.Difference;
import inventory.validation.rebuild.DifferenceReport;
import inventory.validation.rebuild.RebuildResult;
import inventory.validation.rebuild.counters.CounterRebuild;
import inventory.validation.rebuild.counters.CounterTable;
import inventory.validation.rebuild.counters.Sums;
import inventory.validation.rebuild.dynamodb.DynamoDbCounterTable;
import java.math.BigInteger;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The rebuild of counters and catalogue while the projection runs. */
class CounterRebuildIT {

  private static final Instant TIME = Instant.parse("2026-11-20T10:00:00Z");

  private final Resources resources = EmbeddedAws.newResources();
  private final DynamoDbClient dynamoDb = resources.dynamoDb();
  private final String table = resources.table();
  private final TableStream stream = new TableStream(dynamoDb, table);
  private final StreamPoller poller =
      new StreamPoller(
          dynamoDb,
          stream,
          table,
          new Projection(
              new DynamoDbCounters(dynamoDb, table, Clock.systemUTC(), Optional.empty()),
              Runnable::run));
  private final ScheduledExecutorService follower = Executors.newSingleThreadScheduledExecutor();
  private final Report report = new Report();
  private Future<?> polling = CompletableFuture.completedFuture(null);
  private int writes;

  @BeforeEach
  void writeLevels() {
    for (String warehouse : List.of("Berlin", "Bremen", "Kiel")) {
      update(WarehouseItem.announce(warehouse).request(table, WarehouseItem.key(warehouse)));
      for (int i = 0; i < 5; i++) {
        level(warehouse, "item-" + i, 10 + i);
      }
    }
  }

  private void follow() {
    polling = follower.scheduleWithFixedDelay(poller::poll, 0, 20, TimeUnit.MILLISECONDS);
  }

  @AfterEach
  void close() throws InterruptedException {
    polling.cancel(false);
    follower.shutdown();
    assertThat(follower.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
    stream.close();
    resources.close();
  }

  @Test
  void whatIsStillInTheStreamIsNotADifference() {
    follow();

    RebuildResult result = new CounterRebuild(table()).run(true, report);

    assertThat(result).isEqualTo(RebuildResult.of(0, 0, 0));
    assertThat(report.lines).isEmpty();
    assertThatAllIsRight();
  }

  @Test
  void damagedCountersAndNamesAreCorrected() {
    follow();
    assertThat(table().awaitProjection()).isTrue();
    damage();

    assertThat(new CounterRebuild(table()).run(false, report).differences()).isEqualTo(4);
    assertThat(new CounterRebuild(table()).run(true, report)).isEqualTo(RebuildResult.of(4, 4, 0));

    assertThat(report.lines)
        .contains("OfWarehouse[warehouse=Berlin]: units is 4711, but should be 60")
        .contains("the catalogue: 2 items");
    assertThatAllIsRight();
    assertThat(new CounterRebuild(table()).run(false, report).differences()).isZero();
  }

  @Test
  void whatTheStreamDeliversDuringACorrectionIsNotLost() {
    follow();
    assertThat(table().awaitProjection()).isTrue();
    damage();

    RebuildResult result = new CounterRebuild(new Hooked(this::writeMore)).run(true, report);

    assertThat(result.unverified()).isZero();
    assertThat(writes).isGreaterThan(20);
    assertThat(table().awaitProjection()).isTrue();
    assertThatAllIsRight();
  }

  /** Its name is written at about the same time as its first level, by another request. */
  @ParameterizedTest
  @ValueSource(ints = {4, 1_000})
  void aWarehouseWithoutANameYetIsNotCountedTwice(int length) {
    String nameless = "W".repeat(length);
    level(nameless, "item-0", 7);
    follow();

    assertThat(new CounterRebuild(table()).run(true, report)).isEqualTo(RebuildResult.of(0, 0, 0));

    assertThat(report.lines).isEmpty();
    assertThat(counted(new Counter.OfWarehouse(nameless)).units()).isEqualTo(7);
  }

  @Test
  void withoutTheProjectionNothingIsCorrected() {
    damage();
    CounterTable impatient =
        new DynamoDbCounterTable(dynamoDb, stream, table, Clock.systemUTC(), Duration.ZERO);

    assertThat(new CounterRebuild(impatient).run(true, report).unverified()).isEqualTo(1);
    assertThat(counted(new Counter.OfWarehouse("Berlin")).units()).isEqualTo(4711);
  }

  private CounterTable table() {
    return new DynamoDbCounterTable(
        dynamoDb, stream, table, Clock.systemUTC(), Duration.ofSeconds(30));
  }

  /** Runs something before each step, in the first rounds. */
  private final class Hooked implements CounterTable {

    private final CounterTable target = table();
    private final Runnable hook;
    private int steps;

    Hooked(Runnable hook) {
      this.hook = hook;
    }

    private void step() {
      steps++;
      if (steps < 9) {
        hook.run();
      }
    }

    @Override
    public Sums sums() {
      step();
      return target.sums();
    }

    @Override
    public boolean awaitProjection() {
      step();
      return target.awaitProjection();
    }

    @Override
    public Amounts counters() {
      step();
      return target.counters();
    }

    @Override
    public void correct(Counter counter, Amounts difference) {
      // Also between the comparison and the correction, with and without the projection.
      hook.run();
      target.awaitProjection();
      hook.run();
      target.correct(counter, difference);
    }

    @Override
    public long checkCatalogue(boolean mayFix) {
      hook.run();
      return target.checkCatalogue(mayFix);
    }
  }

  private void writeMore() {
    for (String warehouse : List.of("Berlin", "Kiel")) {
      level(warehouse, "item-" + writes % 7, writes);
      writes++;
    }
  }

  private void level(String warehouse, String itemId, long units) {
    StockKey key = new StockKey(warehouse, itemId);
    Map<String, AttributeValue> old = item(LevelItem.key(key));
    BigInteger revision =
        old.isEmpty() ? BigInteger.ONE : LevelItem.of(old).revision().add(BigInteger.ONE);
    StockLevel level =
        new StockLevel(
            BigInteger.valueOf(units),
            Optional.empty(),
            inventory.model.Position.of(TIME.plusSeconds(revision.longValue()), "s"),
            "Name of " + itemId);
    dynamoDb.putItem(r -> r.tableName(table).item(LevelItem.toItem(key, level, revision, TIME)));
  }

  /** Two counters, a name that no warehouse has, and an item that is missing. */
  private void damage() {
    set(CounterItem.key(new Counter.OfWarehouse("Berlin")), "units", AttributeValue.fromN("4711"));
    set(CounterItem.key(new Counter.OfEverything()), "items", AttributeValue.fromN("1"));
    Map<String, AttributeValue> name = CatalogueItem.key("item-1");
    set(name, "itemId", AttributeValue.fromS("item-1"));
    set(name, "itemName", AttributeValue.fromS("Nobody's"));
    set(name, "named", AttributeValue.fromS("9999"));
    dynamoDb.deleteItem(r -> r.tableName(table).key(CatalogueItem.key("item-2")));
  }

  private void set(Map<String, AttributeValue> key, String attribute, AttributeValue value) {
    dynamoDb.updateItem(
        r ->
            r.tableName(table)
                .key(key)
                .updateExpression("SET #a = :a")
                .expressionAttributeNames(Map.of("#a", attribute))
                .expressionAttributeValues(Map.of(":a", value)));
  }

  private void update(
      software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest.Builder request) {
    dynamoDb.updateItem(request.build());
  }

  private void assertThatAllIsRight() {
    BigInteger units = BigInteger.ZERO;
    long items = 0;
    for (String warehouse : List.of("Berlin", "Bremen", "Kiel")) {
      List<LevelItem> levels =
          dynamoDb.scanPaginator(r -> r.tableName(table).consistentRead(true)).items().stream()
              .filter(item -> item.get("pk").s().equals("WAREHOUSE#" + warehouse))
              .map(LevelItem::of)
              .toList();
      BigInteger sum =
          levels.stream().map(LevelItem::stockLevel).reduce(BigInteger.ZERO, BigInteger::add);
      CounterItem counted = counted(new Counter.OfWarehouse(warehouse));
      assertThat(counted.units()).as(warehouse).isEqualTo(sum);
      assertThat(counted.count(CounterItem.ITEMS)).as(warehouse).isEqualTo(levels.size());
      levels.forEach(
          level ->
              assertThat(CatalogueItem.of(item(CatalogueItem.key(level.itemId()))).itemName())
                  .isEqualTo(level.itemName()));
      units = units.add(sum);
      items += levels.size();
    }
    CounterItem all = counted(new Counter.OfEverything());
    assertThat(all.units()).isEqualTo(units);
    assertThat(all.count(CounterItem.ITEMS)).isEqualTo(items);
    assertThat(all.count(CounterItem.WAREHOUSES)).isEqualTo(3);
  }

  private CounterItem counted(Counter counter) {
    return CounterItem.of(item(CounterItem.key(counter)));
  }

  private Map<String, AttributeValue> item(Map<String, AttributeValue> key) {
    return dynamoDb.getItem(r -> r.tableName(table).key(key).consistentRead(true)).item();
  }

  private static final class Report implements DifferenceReport {

    private final List<String> lines = new ArrayList<>();

    @Override
    public void difference(Difference difference) {
      throw new IllegalStateException("no levels are compared here");
    }

    @Override
    public void counter(String what) {
      lines.add(what);
    }

    @Override
    public void unverified(String what) {
      lines.add(what);
    }
  }
}
