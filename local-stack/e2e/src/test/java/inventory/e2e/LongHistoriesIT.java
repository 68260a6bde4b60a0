package inventory.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import inventory.model.StockKey;
import inventory.model.csv.Row;
import inventory.model.movement.Movement;
import inventory.model.movement.Movement.Kind;
import inventory.model.movement.MovementBuilder;
import inventory.model.movement.Origin;
import inventory.model.movement.StockLevel;
import inventory.model.table.LevelItem;
import inventory.model.table.MovementItem;
import inventory.model.table.WarehouseItem;
import inventory.testkit.Resources;
import java.io.IOException;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** Levels with long histories are proved with the heap that the worker has on a laptop. */
@Tag("long")
class LongHistoriesIT {

  private static final int WAREHOUSES = 130;
  private static final int ITEMS_OF_ONE = 64;
  private static final int MOVEMENTS = 2_500;
  private static final int BATCH = 25;
  private static final Instant FIRST = Instant.parse("2026-01-05T06:00:00Z");

  private static Deployment system;

  @BeforeAll
  static void start() throws IOException, InterruptedException {
    system = new Deployment("histories", List.of(), Map.of());
    Resources aws = system.resources();
    // One item in many warehouses, and many items in one warehouse, which are read at a time.
    List<StockKey> keys =
        Stream.concat(
                IntStream.range(0, WAREHOUSES).mapToObj(i -> new StockKey("Store " + i, "mug")),
                IntStream.range(0, ITEMS_OF_ONE).mapToObj(i -> new StockKey("Hub", "item-" + i)))
            .toList();
    keys.stream()
        .map(StockKey::warehouse)
        .distinct()
        .forEach(
            name ->
                aws.dynamoDb()
                    .updateItem(
                        WarehouseItem.announce(name)
                            .request(aws.table(), WarehouseItem.key(name))
                            .build()));
    keys.parallelStream().forEach(key -> write(aws, key));
  }

  @AfterAll
  static void stop() {
    system.close();
  }

  private static void write(Resources aws, StockKey key) {
    Movement last = movement(key, MOVEMENTS);
    StockLevel level =
        new StockLevel(
            BigInteger.valueOf(MOVEMENTS), Optional.empty(), last.position(), last.itemName());
    List<WriteRequest> puts = new ArrayList<>();
    puts.add(put(LevelItem.toItem(key, level, BigInteger.valueOf(MOVEMENTS), FIRST)));
    for (int number = 1; number <= MOVEMENTS; number++) {
      puts.add(put(MovementItem.toItem(movement(key, number))));
    }
    for (int from = 0; from < puts.size(); from += BATCH) {
      List<WriteRequest> some = puts.subList(from, Math.min(from + BATCH, puts.size()));
      assertThat(
              aws.dynamoDb()
                  .batchWriteItem(request -> request.requestItems(Map.of(aws.table(), some)))
                  .unprocessedItems())
          .isEmpty();
    }
  }

  private static Movement movement(StockKey key, int number) {
    String file = "%032x".formatted(number);
    Row row = new Row(17, key, "tecRacer tecPert Sticker", FIRST.plusSeconds(300L * number), 1);
    return new MovementBuilder(row).build(key, new Origin(Kind.CHANGE, file, file));
  }

  private static WriteRequest put(Map<String, AttributeValue> item) {
    return WriteRequest.builder().putRequest(put -> put.item(item)).build();
  }

  @Test
  void theyAreAllProvedAndNothingIsFound() throws IOException, InterruptedException {
    RunningWorker worker = RunningWorker.run(system, "night");

    assertThat(worker.exitCode()).as(worker::toString).isZero();
    assertThat(Findings.latestRun(system.resources()).progress().levels())
        .isEqualTo(WAREHOUSES + ITEMS_OF_ONE);
  }
}
