package inventory.e2e;

import inventory.model.Position;
import inventory.model.StockKey;
import inventory.model.movement.StockLevel;
import inventory.model.table.LevelItem;
import inventory.model.table.WarehouseItem;
import inventory.testkit.Resources;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/**
 * A warehouse with many items, written directly into the table, because files would take minutes.
 *
 * @param items the number of its items
 */
record LargeWarehouse(int items) {

  static final String NAME = "Large warehouse";

  private static final int UNITS = 1_000;
  private static final int BATCH = 25;
  private static final Instant TIME = Instant.parse("2026-01-05T06:00:00Z");

  /** The id of one of its items, from 0. */
  static String item(int number) {
    return "item-%06d".formatted(number);
  }

  /** The stock level of one of its items before anything is sold. */
  static int units(int number) {
    return number % UNITS;
  }

  /** Writes all levels and the warehouse's name. */
  void write(Resources aws) {
    aws.dynamoDb()
        .updateItem(
            WarehouseItem.announce(NAME).request(aws.table(), WarehouseItem.key(NAME)).build());
    IntStream.iterate(0, first -> first < items, first -> first + BATCH)
        .parallel()
        .forEach(first -> writeBatch(aws, first));
  }

  private void writeBatch(Resources aws, int first) {
    var left =
        Map.of(
            aws.table(),
            IntStream.range(first, Math.min(first + BATCH, items))
                .mapToObj(LargeWarehouse::level)
                .map(level -> WriteRequest.builder().putRequest(put -> put.item(level)).build())
                .toList());
    while (!left.isEmpty()) {
      left =
          aws.dynamoDb()
              .batchWriteItem(BatchWriteItemRequest.builder().requestItems(left).build())
              .unprocessedItems();
    }
  }

  private static Map<String, AttributeValue> level(int number) {
    StockLevel level =
        new StockLevel(
            BigInteger.valueOf(units(number)),
            Optional.empty(),
            Position.of(TIME, "seed"),
            "Article " + number);
    return LevelItem.toItem(new StockKey(NAME, item(number)), level, BigInteger.ONE, TIME);
  }
}
