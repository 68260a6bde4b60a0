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
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.ConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** The store without the system: (a) a simple loader, and (c) the store's limit. */
final class Store {

  private static final String LOADED = "loaded";
  private static final int ACTIONS = 100;
  private static final List<Integer> THREADS = List.of(1, 4, 8);

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
      units +=
          dynamoDb
              .putItem(
                  r ->
                      r.tableName(LOADED)
                          .item(item)
                          .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL))
              .consumedCapacity()
              .capacityUnits();
    }
    return Speed.since(begin, rows, units);
  }

  /** (c) The movements and levels of some work once more, in transactions into an empty table. */
  Limit limit(Work work) throws InterruptedException {
    List<Map<String, AttributeValue>> items =
        dynamoDb.scanPaginator(r -> r.tableName(table).consistentRead(true)).items().stream()
            .filter(item -> isMovementOrLevel(item, work))
            .toList();
    Limit best = new Limit(new Speed(work.rows(), Long.MAX_VALUE, 0), 0);
    for (int threads : THREADS) {
      String empty = "limit-" + threads;
      new Provisioner(clients).provisionTable(empty);
      Speed speed = send(items, empty, work.rows(), threads);
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

  private Speed send(List<Map<String, AttributeValue>> items, String empty, long rows, int threads)
      throws InterruptedException {
    List<TransactWriteItem> puts =
        items.stream()
            .map(
                item -> TransactWriteItem.builder().put(p -> p.tableName(empty).item(item)).build())
            .toList();
    ExecutorService senders = Executors.newFixedThreadPool(threads);
    try {
      long begin = System.nanoTime();
      List<Future<Double>> sent = new ArrayList<>();
      for (int i = 0; i < puts.size(); i += ACTIONS) {
        List<TransactWriteItem> actions = puts.subList(i, Math.min(puts.size(), i + ACTIONS));
        sent.add(senders.submit(() -> send(actions)));
      }
      double units = 0;
      for (Future<Double> each : sent) {
        units += each.get();
      }
      return Speed.since(begin, rows, units);
    } catch (ExecutionException e) {
      throw new IllegalStateException("the store rejected a transaction", e.getCause());
    } finally {
      senders.shutdownNow();
    }
  }

  private double send(List<TransactWriteItem> actions) {
    return dynamoDb
        .transactWriteItems(
            r -> r.transactItems(actions).returnConsumedCapacity(ReturnConsumedCapacity.TOTAL))
        .consumedCapacity()
        .stream()
        .mapToDouble(ConsumedCapacity::capacityUnits)
        .sum();
  }
}
