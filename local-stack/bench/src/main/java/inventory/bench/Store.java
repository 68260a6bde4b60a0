package inventory.bench;

import inventory.model.StockKey;
import inventory.model.table.Keys;
import inventory.model.table.LevelItem;
import inventory.model.table.Table;
import inventory.stack.aws.AwsClients;
import inventory.stack.aws.Provisioner;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.ConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** The store without the system: (a) a simple loader, and (c) the store's limit. */
final class Store {

  private static final String LOADED = "loaded";
  // As ingest-service stores them.
  private static final int MOVEMENTS = 25;
  private static final List<Integer> THREADS = List.of(4, 16, 32);

  private final AwsClients clients;
  private final DynamoDbClient dynamoDb;
  private final String table;

  /** Creates the loader's table, which has no index. */
  Store(AwsClients clients, String table) {
    this.clients = clients;
    this.dynamoDb = clients.dynamoDb();
    this.table = table;
    dynamoDb.createTable(
        r ->
            r.tableName(LOADED)
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .attributeDefinitions(
                    AttributeDefinition.builder()
                        .attributeName("Item")
                        .attributeType(ScalarAttributeType.S)
                        .build())
                .keySchema(
                    KeySchemaElement.builder()
                        .attributeName("Item")
                        .keyType(KeyType.HASH)
                        .build()));
  }

  /**
   * The limit of the store for some work.
   *
   * @param threads the fastest number of threads
   */
  record Limit(Speed speed, int threads) {}

  /** (a) One PutItem per row, one after the other. */
  Speed load(int rows) {
    double units = 0;
    long begin = System.nanoTime();
    for (int row = 0; row < rows; row++) {
      Map<String, AttributeValue> item =
          Map.of(
              "Item", AttributeValue.fromS("Store 1/a-" + row),
              "Count", AttributeValue.fromN(String.valueOf(row)));
      units += put(item, LOADED);
    }
    return Speed.since(begin, rows, units);
  }

  /** (c) The movements and levels of some work once more, by the same calls into an empty table. */
  Limit limit(Work work) throws InterruptedException {
    List<Map<String, AttributeValue>> items =
        dynamoDb.scanPaginator(r -> r.tableName(table).consistentRead(true)).items().stream()
            .filter(item -> isMovementOrLevel(item, work))
            .toList();
    Limit best = new Limit(new Speed(work.rows(), Long.MAX_VALUE, 0), 0);
    for (int threads : THREADS) {
      String empty = "limit-" + threads;
      new Provisioner(clients).provisionTable(empty);
      Speed speed = run(calls(items, empty), work.rows(), threads);
      dynamoDb.deleteTable(r -> r.tableName(empty));
      best = speed.nanos() < best.speed().nanos() ? new Limit(speed, threads) : best;
    }
    return best;
  }

  private static boolean isMovementOrLevel(Map<String, AttributeValue> item, Work work) {
    String pk = item.get(Table.PK).s();
    Optional<StockKey> key = Optional.empty();
    if (pk.startsWith(Keys.MOVEMENTS_PREFIX)) {
      key = Keys.ofMovements(pk);
    } else if (LevelItem.isOne(item)) {
      key = Keys.ofLevel(pk, item.get(Table.SK).s());
    }
    return key.map(StockKey::warehouse).filter(work::has).isPresent();
  }

  /** One call for each level, and one for each 25 movements; each returns its write units. */
  private List<Callable<Double>> calls(List<Map<String, AttributeValue>> items, String empty) {
    List<Callable<Double>> calls = new ArrayList<>();
    List<WriteRequest> movements = new ArrayList<>();
    for (Map<String, AttributeValue> item : items) {
      if (LevelItem.isOne(item)) {
        calls.add(() -> put(item, empty));
      } else {
        movements.add(WriteRequest.builder().putRequest(put -> put.item(item)).build());
      }
    }
    for (int i = 0; i < movements.size(); i += MOVEMENTS) {
      List<WriteRequest> batch = movements.subList(i, Math.min(movements.size(), i + MOVEMENTS));
      calls.add(() -> store(batch, empty));
    }
    return calls;
  }

  private static Speed run(List<Callable<Double>> calls, long rows, int threads)
      throws InterruptedException {
    ExecutorService senders = Executors.newFixedThreadPool(threads);
    try {
      long begin = System.nanoTime();
      double units = 0;
      for (Future<Double> each : senders.invokeAll(calls)) {
        units += each.get();
      }
      return Speed.since(begin, rows, units);
    } catch (ExecutionException e) {
      throw new IllegalStateException("the store rejected a write", e.getCause());
    } finally {
      senders.shutdownNow();
    }
  }

  private double put(Map<String, AttributeValue> item, String intoTable) {
    return dynamoDb
        .putItem(
            r ->
                r.tableName(intoTable)
                    .item(item)
                    .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL))
        .consumedCapacity()
        .capacityUnits();
  }

  private double store(List<WriteRequest> batch, String intoTable) {
    BatchWriteItemResponse written =
        dynamoDb.batchWriteItem(
            r ->
                r.requestItems(Map.of(intoTable, batch))
                    .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL));
    if (written.hasUnprocessedItems() && !written.unprocessedItems().isEmpty()) {
      throw new IllegalStateException("the store throttles");
    }
    return written.consumedCapacity().stream().mapToDouble(ConsumedCapacity::capacityUnits).sum();
  }
}
