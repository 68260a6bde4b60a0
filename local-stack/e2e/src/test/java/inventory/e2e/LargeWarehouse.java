package inventory.e2e;

import inventory.model.Position;
import inventory.model.table.Keys;
import inventory.model.table.Table;
import inventory.testkit.Resources;
import java.time.Instant;
import java.util.Map;
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
        .putItem(
            r ->
                r.tableName(aws.table())
                    .item(
                        Map.of(
                            Table.PK, AttributeValue.fromS(Keys.WAREHOUSES),
                            Table.SK, AttributeValue.fromS(Keys.sortable(NAME)),
                            Table.Level.WAREHOUSE, AttributeValue.fromS(NAME))));
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
    return Map.ofEntries(
        Map.entry(Table.PK, AttributeValue.fromS(Keys.item(item(number)))),
        Map.entry(Table.SK, AttributeValue.fromS(Keys.level(NAME))),
        Map.entry(Table.INDEX_PK, AttributeValue.fromS(Keys.warehouse(NAME))),
        Map.entry(Table.INDEX_SK, AttributeValue.fromS(Keys.sortable(item(number)))),
        Map.entry(Table.Level.ITEM_ID, AttributeValue.fromS(item(number))),
        Map.entry(Table.Level.WAREHOUSE, AttributeValue.fromS(NAME)),
        Map.entry(Table.Level.ITEM_NAME, AttributeValue.fromS("Article " + number)),
        Map.entry(Table.Level.STOCK_LEVEL, AttributeValue.fromN(String.valueOf(units(number)))),
        Map.entry(Table.Level.LATEST, AttributeValue.fromS(Position.of(TIME, "seed"))),
        Map.entry(Table.Level.REVISION, AttributeValue.fromN("1")),
        Map.entry(Table.Level.UPDATED_AT, AttributeValue.fromS(TIME.toString())));
  }
}
