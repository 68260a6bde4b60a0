package inventory.launcher.bench.reports;

import inventory.model.table.Keys;
import inventory.model.table.Position;
import inventory.model.table.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/**
 * Levels to report of, written straight into the table: the same items in each warehouse, each with
 * a level of 0 to 999.
 */
public final class StockSeed {

  /** Half of all items have more than this in stock. */
  static final int HALF = 499;

  private static final int LEVELS = 1_000;
  // A prime beside 1,000: a warehouse's levels are spread evenly, and known.
  private static final int STRIDE = 7;
  private static final int BATCH = 25;
  private static final int THREADS = 4;
  private static final int ITEMS_AT_A_TIME = 5_000;
  private static final Instant TIME = Instant.parse("2026-01-05T06:00:00Z");

  private final int warehouses;
  private final int items;

  /**
   * Describes it.
   *
   * @param items how many each warehouse has
   */
  public StockSeed(int warehouses, int items) {
    this.warehouses = warehouses;
    this.items = items;
  }

  int warehouses() {
    return warehouses;
  }

  int items() {
    return items;
  }

  /** The name of one of the warehouses, from 0 on. */
  public static String warehouse(int number) {
    return "Warehouse %03d".formatted(number);
  }

  /** The id of one of the items, from 0 on. */
  public static String item(int number) {
    return "item-%06d".formatted(number);
  }

  /** Writes all; returns when it is done. */
  public void write(DynamoDbClient dynamoDb, String table) throws InterruptedException {
    ExecutorService writers = Executors.newFixedThreadPool(THREADS);
    try {
      List<Future<?>> written = new ArrayList<>();
      for (int warehouse = 0; warehouse < warehouses; warehouse++) {
        int number = warehouse;
        written.add(writers.submit(() -> send(dynamoDb, table, List.of(put(listed(number))))));
        for (int item = 0; item < items; item += ITEMS_AT_A_TIME) {
          int first = item;
          written.add(writers.submit(() -> write(dynamoDb, table, number, first)));
        }
      }
      for (Future<?> each : written) {
        each.get();
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException("the store refused levels", e.getCause());
    } finally {
      writers.shutdownNow();
    }
  }

  private void write(DynamoDbClient dynamoDb, String table, int warehouse, int first) {
    int end = Math.min(first + ITEMS_AT_A_TIME, items);
    for (int from = first; from < end; from += BATCH) {
      send(
          dynamoDb,
          table,
          IntStream.range(from, Math.min(from + BATCH, end))
              .mapToObj(item -> put(level(warehouse, item)))
              .toList());
    }
  }

  private static void send(DynamoDbClient dynamoDb, String table, List<WriteRequest> batch) {
    Map<String, List<WriteRequest>> left = Map.of(table, batch);
    while (!left.isEmpty()) {
      BatchWriteItemResponse response =
          dynamoDb.batchWriteItem(BatchWriteItemRequest.builder().requestItems(left).build());
      left = response.unprocessedItems();
    }
  }

  private static WriteRequest put(Map<String, AttributeValue> item) {
    return WriteRequest.builder().putRequest(put -> put.item(item)).build();
  }

  private static Map<String, AttributeValue> listed(int warehouse) {
    return Map.of(
        Table.PK, AttributeValue.fromS(Keys.WAREHOUSES),
        Table.SK, AttributeValue.fromS(Keys.sortable(warehouse(warehouse))),
        Table.Level.WAREHOUSE, AttributeValue.fromS(warehouse(warehouse)));
  }

  private static Map<String, AttributeValue> level(int warehouse, int item) {
    Map<String, AttributeValue> level = new HashMap<>();
    level.put(Table.PK, AttributeValue.fromS(Keys.item(item(item))));
    level.put(Table.SK, AttributeValue.fromS(Keys.level(warehouse(warehouse))));
    level.put(Table.INDEX_PK, AttributeValue.fromS(Keys.warehouse(warehouse(warehouse))));
    level.put(Table.INDEX_SK, AttributeValue.fromS(Keys.sortable(item(item))));
    level.put(Table.Level.ITEM_ID, AttributeValue.fromS(item(item)));
    level.put(Table.Level.WAREHOUSE, AttributeValue.fromS(warehouse(warehouse)));
    level.put(Table.Level.ITEM_NAME, AttributeValue.fromS("Article no. " + item));
    level.put(
        Table.Level.STOCK_LEVEL, AttributeValue.fromN(String.valueOf(units(warehouse, item))));
    level.put(Table.Level.LATEST, AttributeValue.fromS(Position.of(TIME, "seed")));
    level.put(Table.Level.REVISION, AttributeValue.fromN("1"));
    level.put(Table.Level.UPDATED_AT, AttributeValue.fromS(TIME.toString()));
    return level;
  }

  /** How much of an item a warehouse has at first. */
  public static int units(int warehouse, int item) {
    return (warehouse + item * STRIDE) % LEVELS;
  }
}
