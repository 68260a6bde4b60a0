package inventory.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import inventory.model.Backoff;
import inventory.model.FileId;
import inventory.model.Position;
import inventory.model.StockKey;
import inventory.model.counter.dynamodb.CatalogueItem;
import inventory.model.counter.dynamodb.Counted;
import inventory.model.counter.dynamodb.CounterItem;
import inventory.model.movement.StockLevel;
import inventory.model.table.Batches;
import inventory.model.table.LevelItem;
import inventory.model.table.WarehouseItem;
import inventory.reporting.fixture.ReportingApi;
import inventory.reporting.fixture.StoredFacts;
import inventory.testkit.CapacityMeter;
import inventory.testkit.EmbeddedAws;
import inventory.testkit.Resources;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import jakarta.inject.Singleton;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClientBuilder;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/**
 * What reports cost with 10,000 warehouses and 1,000,000 levels in the store: 100,000 items, each
 * in ten warehouses.
 */
@Tag("long")
class LargeTableIT {

  private static final int WAREHOUSES = 10_000;
  private static final int ITEMS_IN_WAREHOUSE = 100;
  private static final int ITEMS = 100_000;
  private static final int BATCH = 25;
  private static final int CALLS = 31;
  private static final Instant TIME = Instant.parse("2026-11-20T10:00:00Z");

  private static Resources resources;
  private static ReportingApi api;

  @BeforeAll
  static void seed() {
    resources = EmbeddedAws.newResources();
    IntStream.range(0, WAREHOUSES).parallel().forEach(LargeTableIT::writeWarehouse);
    IntStream.iterate(0, first -> first < ITEMS, first -> first + BATCH)
        .parallel()
        .forEach(
            first ->
                write(
                    IntStream.range(first, first + BATCH)
                        .mapToObj(LargeTableIT::catalogueItem)
                        .toList()));
    StoredFacts facts = new StoredFacts(resources.dynamoDb(), resources.table());
    String file = FileId.of("a.csv", "v1");
    facts.file(file, "a.csv", TIME);
    for (int i = 0; i < 300; i++) {
      facts.change(key(0, 0), TIME.plusSeconds(i), "source-" + i, file, 1, i + 2);
    }
    Map<String, Object> properties = new HashMap<>(resources.properties());
    properties.put(Meter.ENABLED, true);
    api = new ReportingApi(properties);
  }

  @AfterAll
  static void close() {
    api.close();
    resources.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/warehouses",
        "/warehouses?query=w%200",
        "/overview",
        "/items?query=item-01",
        "/items?query=Article%209",
        "/item?itemId=item-000000",
        "/movements?itemId=item-000000&warehouse=W%2000000",
      })
  void aReportTakesAFewReadsAndAMoment(String path) {
    List<Long> nanos = new ArrayList<>();
    for (int i = 0; i < CALLS; i++) {
      Meter.READS.reset();
      long begin = System.nanoTime();
      assertThat(api.get(path).status()).isEqualTo(200);
      nanos.add(System.nanoTime() - begin);
    }

    Duration median = Duration.ofNanos(nanos.stream().sorted().toList().get(CALLS / 2));
    System.out.printf(
        "%s: median %d ms, %.1f read units%n", path, median.toMillis(), Meter.READS.units());
    assertThat(Meter.READS.units()).as("read units").isBetween(0.5, 20.0);
    assertThat(median).as("median").isLessThanOrEqualTo(Duration.ofMillis(100));
  }

  private static StockKey key(int warehouse, int number) {
    int item = (warehouse * ITEMS_IN_WAREHOUSE + number) % ITEMS;
    return new StockKey("W %05d".formatted(warehouse), item(item));
  }

  private static String item(int number) {
    return "item-%06d".formatted(number);
  }

  private static void writeWarehouse(int warehouse) {
    List<Map<String, AttributeValue>> levels =
        IntStream.range(0, ITEMS_IN_WAREHOUSE)
            .mapToObj(number -> level(key(warehouse, number), number))
            .toList();
    write(levels);
    var amounts = levels.stream().map(Counted::by).reduce((one, other) -> one.plus(other));
    amounts
        .orElseThrow()
        .byCounter()
        .forEach(
            (counter, numbers) ->
                resources
                    .dynamoDb()
                    .updateItem(
                        CounterItem.add(numbers, TIME)
                            .request(resources.table(), CounterItem.key(counter))
                            .build()));
    String name = key(warehouse, 0).warehouse();
    resources
        .dynamoDb()
        .updateItem(
            WarehouseItem.announce(name)
                .request(resources.table(), WarehouseItem.key(name))
                .build());
  }

  private static Map<String, AttributeValue> level(StockKey key, int units) {
    return LevelItem.toItem(
        key,
        new StockLevel(
            BigInteger.valueOf(units), Optional.empty(), Position.of(TIME, "seed"), "Article"),
        BigInteger.ONE,
        TIME);
  }

  private static Map<String, AttributeValue> catalogueItem(int number) {
    String name = "Article " + number;
    Map<String, AttributeValue> item = new HashMap<>(CatalogueItem.indexKey(item(number), name));
    item.put("itemId", AttributeValue.fromS(item(number)));
    item.put("itemName", AttributeValue.fromS(name));
    item.put("named", AttributeValue.fromS(Position.of(TIME, "seed")));
    return item;
  }

  private static void write(List<Map<String, AttributeValue>> items) {
    Backoff backoff = new Backoff(10, Duration.ofMillis(10), Duration.ofSeconds(1));
    new Batches(resources.dynamoDb(), resources.table(), backoff)
        .write(
            items.stream()
                .map(item -> WriteRequest.builder().putRequest(put -> put.item(item)).build())
                .toList(),
            "storing items");
  }

  /** Counts the units of all reads. */
  @Singleton
  @Requires(property = Meter.ENABLED)
  static final class Meter implements BeanCreatedEventListener<DynamoDbClientBuilder> {

    static final String ENABLED = "test.read-units";

    static final CapacityMeter READS = CapacityMeter.ofReads();

    @Override
    public DynamoDbClientBuilder onCreated(BeanCreatedEvent<DynamoDbClientBuilder> event) {
      READS.count(event.getBean());
      return event.getBean();
    }
  }
}
