package inventory.validation;

import static org.assertj.core.api.Assertions.assertThat;

import inventory.model.StockKey;
import inventory.model.movement.Closing;
import inventory.model.movement.Movement;
import inventory.model.movement.StockLevel;
import inventory.model.table.ClosingItem;
import inventory.model.table.ItemBuilder;
import inventory.model.table.Keys;
import inventory.model.table.LevelItem;
import inventory.model.table.MovementItem;
import inventory.model.table.WarehouseItem;
import inventory.testkit.CapacityMeter;
import inventory.testkit.EmbeddedAws;
import inventory.testkit.Resources;
import inventory.validation.check.ClosingMatchesMovements;
import inventory.validation.check.LevelMatchesMovements;
import inventory.validation.domain.Facts;
import inventory.validation.run.Ports;
import inventory.validation.run.Timing;
import inventory.validation.run.Validation;
import io.micronaut.context.ApplicationContext;
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
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.services.dynamodb.DynamoDbClientBuilder;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** What a night reads, by the store's own count of read units. */
class NightReadsIT {

  private static final Instant NIGHT = Instant.parse("2026-11-21T03:00:00Z");
  private static final int BATCH = 25;

  /** How many items the test keeps in memory until it writes them. */
  private static final int AT_ONCE = 10_000;

  private final Resources resources = EmbeddedAws.newResources();
  private final ApplicationContext context = ApplicationContext.run(properties(resources));
  private final Meter meter = context.getBean(Meter.class);
  private final Map<StockKey, Seeded> levels = new HashMap<>();
  private Instant now = NIGHT;

  private static Map<String, Object> properties(Resources resources) {
    Map<String, Object> properties = new HashMap<>(resources.properties());
    properties.put(Meter.ENABLED, true);
    return properties;
  }

  /** A level and how often it has moved. */
  private record Seeded(StockLevel level, int revision) {}

  @AfterEach
  void close() {
    context.close();
    resources.close();
  }

  @Test
  void aNightReadsWhatChangedAndOneThirtieth() {
    readsWhatChangedAndOneThirtieth(3_000, 30, 180);
  }

  @Test
  @Tag("long")
  void aNightOverAHundredThousandLevelsReadsWhatChangedAndOneThirtieth() {
    readsWhatChangedAndOneThirtieth(100_000, 1_000, 180);
  }

  /**
   * Levels with a movement and a closing a day, all proved in the night before; some then move. The
   * history of those that are not to be read is left out.
   */
  private void readsWhatChangedAndOneThirtieth(int count, int changed, int days) {
    List<StockKey> keys = keys(count);
    List<StockKey> full = keys.stream().filter(key -> isTonights(key)).toList();
    List<Map<String, AttributeValue>> items = new ArrayList<>();
    for (StockKey key : keys) {
      Movement last = movement(key, days, 0);
      StockLevel level =
          new StockLevel(
              BigInteger.valueOf(days), Optional.empty(), last.position(), last.itemName());
      Map<String, AttributeValue> item =
          new HashMap<>(LevelItem.toItem(key, level, BigInteger.valueOf(days), NIGHT));
      item.putAll(proof(days, last));
      items.add(item);
      levels.put(key, new Seeded(level, days));
      if (items.size() >= AT_ONCE) {
        write(items);
      }
    }
    for (StockKey key : full) {
      for (int day = 1; day <= days; day++) {
        items.add(MovementItem.toItem(movement(key, days, days - day)));
        items.add(closing(key, days, day));
      }
      if (items.size() >= AT_ONCE) {
        write(items);
      }
    }
    List<StockKey> moved =
        IntStream.range(0, changed).mapToObj(i -> keys.get(i * (count / changed))).toList();
    for (StockKey key : moved) {
      items.add(closing(key, days, days));
    }
    write(items);
    moved.forEach(key -> move(key, NIGHT.minus(Duration.ofHours(2))));
    write(pending);
    meter.reset();

    assertThat(night()).isEqualTo(Validation.Result.ALL_WELL);

    double total = meter.total.units();
    double histories = total - meter.listing.units();
    int historyUnits = units(MovementItem.toItem(movement(keys.get(0), days, 0)), days);
    int closingUnits = units(closing(keys.get(0), days, days), days);
    double needed = 2.0 * changed + full.size() * (historyUnits + closingUnits);
    // The levels that are read further take their own share of the list.
    double share = meter.listing.units() * (changed + full.size()) / count;
    System.out.printf(
        "%d levels, %d changed, %d in full: %.0f read units, %.0f of them for the list%n",
        count, changed, full.size(), total, meter.listing.units());
    assertThat(total)
        .as("units in all")
        .isLessThanOrEqualTo(1.1 * (Math.min(histories, needed) + share));
    assertThat(histories)
        .as("units for the changed levels and one thirtieth")
        .isLessThanOrEqualTo(1.02 * needed);
  }

  @Test
  @Tag("long")
  void aNightAfterAYearCostsWhatItCostAfterAMonth() {
    List<StockKey> keys = keys(1_000);
    Random random = new Random(7);
    List<Double> units = new ArrayList<>();
    keys.forEach(key -> move(key, NIGHT.minus(Duration.ofHours(3))));
    write(pending);
    for (int day = 0; day <= 365; day++) {
      for (int i = 0; i < keys.size() / 100; i++) {
        move(keys.get(random.nextInt(keys.size())), now.minusSeconds(3_600L - i));
      }
      write(pending);
      meter.reset();
      assertThat(night()).isEqualTo(Validation.Result.ALL_WELL);
      units.add(meter.total.units());
      now = now.plus(Duration.ofDays(1));
    }

    double month = mean(units.subList(15, 45));
    double year = mean(units.subList(336, 366));
    System.out.printf("read units a night: %.0f about day 30, %.0f about day 350%n", month, year);
    assertThat(year).isBetween(0.9 * month, 1.1 * month);
  }

  private static double mean(List<Double> values) {
    return values.stream().mapToDouble(value -> value).average().orElseThrow();
  }

  private Validation.Result night() {
    Ports ports = context.getBean(Ports.class);
    Timing timing = context.getBean(Timing.class);
    try {
      return new Validation(
              ports,
              List.of(new LevelMatchesMovements(), new ClosingMatchesMovements()),
              timing,
              1_000_000,
              () -> now,
              () -> UUID.randomUUID().toString().substring(0, 8))
          .run("test");
    } catch (inventory.validation.run.Runs.LeaseHeldException e) {
      throw new IllegalStateException(e);
    }
  }

  private List<StockKey> keys(int count) {
    int warehouses = 10;
    for (int warehouse = 0; warehouse < warehouses; warehouse++) {
      String name = "Warehouse " + warehouse;
      resources
          .dynamoDb()
          .updateItem(
              WarehouseItem.announce(name)
                  .request(resources.table(), WarehouseItem.key(name))
                  .build());
    }
    return IntStream.range(0, count)
        .mapToObj(i -> new StockKey("Warehouse " + i % warehouses, "item-%06d".formatted(i)))
        .toList();
  }

  private boolean isTonights(StockKey key) {
    return Validation.isProvedInFull(key, NIGHT);
  }

  /** A change of 1, some days before the last night. */
  private static Movement movement(StockKey key, int days, int daysBefore) {
    String source =
        "%032x".formatted(Integer.toUnsignedLong(key.hashCode()) * 1_000L + days - daysBefore);
    Instant time = NIGHT.minus(Duration.ofHours(30 + 24L * daysBefore));
    return Facts.change(key, source, "A name of the item", 17, time, 1);
  }

  private static Map<String, AttributeValue> closing(StockKey key, int days, int day) {
    Movement movement = movement(key, days, days - day);
    return new ClosingItem(
            new Closing(
                key,
                movement.lastTime().atOffset(java.time.ZoneOffset.UTC).toLocalDate(),
                BigInteger.valueOf(day),
                BigInteger.ONE,
                BigInteger.ZERO,
                movement.position(),
                NIGHT))
        .toItem();
  }

  private static Map<String, AttributeValue> proof(int days, Movement last) {
    return new ItemBuilder(Map.of())
        .number("provedRevision", days)
        .number("provedUnits", days)
        .text("provedThrough", last.position())
        .text("provedName", last.itemName())
        .build();
  }

  /** Units of a query over items of one size. */
  private static int units(Map<String, AttributeValue> item, int count) {
    long bytes =
        item.entrySet().stream()
            .mapToLong(
                entry ->
                    entry.getKey().length()
                        + (entry.getValue().s() == null
                            ? entry.getValue().n().length() / 2 + 2
                            : entry.getValue().s().length()))
            .sum();
    return (int) Math.ceil(bytes * count / 4096.0);
  }

  private final List<Map<String, AttributeValue>> pending = new ArrayList<>();

  private void move(StockKey key, Instant time) {
    int revision = levels.containsKey(key) ? levels.get(key).revision() + 1 : 1;
    String source = source(key, revision);
    Movement movement = Facts.change(key, source, "A name of the item", 17, time, 1);
    StockLevel level =
        levels.containsKey(key)
            ? levels.get(key).level().changed(movement, counted -> BigInteger.ONE)
            : StockLevel.first(movement);
    levels.put(key, new Seeded(level, revision));
    pending.add(MovementItem.toItem(movement));
    resources
        .dynamoDb()
        .updateItem(
            LevelItem.afterLatest(movement, List.of(source(key, revision - 1)), time)
                .request(resources.table(), LevelItem.key(key))
                .build());
  }

  private static String source(StockKey key, int revision) {
    return "%032x".formatted(Integer.toUnsignedLong(key.hashCode()) * 100_000L + revision + 50_000);
  }

  private void write(List<Map<String, AttributeValue>> items) {
    List<List<Map<String, AttributeValue>>> batches = new ArrayList<>();
    for (int from = 0; from < items.size(); from += BATCH) {
      batches.add(List.copyOf(items.subList(from, Math.min(items.size(), from + BATCH))));
    }
    batches.parallelStream().forEach(this::writeBatch);
    items.clear();
  }

  private void writeBatch(List<Map<String, AttributeValue>> items) {
    List<WriteRequest> puts =
        items.stream()
            .map(item -> WriteRequest.builder().putRequest(put -> put.item(item)).build())
            .toList();
    assertThat(
            resources
                .dynamoDb()
                .batchWriteItem(request -> request.requestItems(Map.of(resources.table(), puts)))
                .unprocessedItems())
        .isEmpty();
  }

  /** Counts the units of the worker's own client. */
  @Singleton
  @Requires(property = Meter.ENABLED)
  static final class Meter implements BeanCreatedEventListener<DynamoDbClientBuilder> {

    static final String ENABLED = "test.read-units";

    private final CapacityMeter total = CapacityMeter.ofReads();
    private final CapacityMeter listing = new CapacityMeter(Meter::isOfList);

    void reset() {
      total.reset();
      listing.reset();
    }

    private static boolean isOfList(SdkRequest request) {
      return request instanceof QueryRequest query
          && query.expressionAttributeValues().containsKey(":pk")
          && query.expressionAttributeValues().get(":pk").s().startsWith(Keys.WAREHOUSE_PREFIX);
    }

    @Override
    public DynamoDbClientBuilder onCreated(BeanCreatedEvent<DynamoDbClientBuilder> event) {
      total.count(event.getBean());
      listing.count(event.getBean());
      return event.getBean();
    }
  }
}
