package inventory.launcher.bench;

import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromN;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import inventory.model.Position;
import inventory.model.StockKey;
import inventory.model.table.Keys;
import inventory.model.table.Table;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * The writes of events once more, into an empty table: each movement, the claim on its event's id
 * and the change of its level, as many events in a transaction as it takes, made beforehand and
 * sent as fast as the store takes them. Each sender has products of its own, whose events it sends
 * in their order.
 */
final class EventCeiling {

  private static final int EVENTS_PER_TRANSACTION = 33;

  // The change of a level by ingest-service, for an event without a name.
  private static final String LEVEL_UPDATE =
      "SET itemId = :itemId, warehouse = :warehouse, gsi1pk = :gsi1pk, gsi1sk = :gsi1sk,"
          + " latest = :latest, updatedAt = :updatedAt,"
          + " itemName = if_not_exists(itemName, :itemName),"
          + " named = if_not_exists(named, if_not_exists(latest, :named))"
          + " ADD revision :revision, stockLevel :stockLevel";
  private static final String IS_LATEST = "attribute_not_exists(pk) OR latest < :first";
  private static final String IS_NEW = "attribute_not_exists(pk)";

  private final DynamoDbClient dynamoDb;
  private final String table;

  /** Writes into an empty table of the same shape. */
  EventCeiling(DynamoDbClient dynamoDb, String table) {
    this.dynamoDb = dynamoDb;
    this.table = table;
  }

  /** The movements of items as a table has them, each item's in their order. */
  static Map<StockKey, List<Map<String, AttributeValue>>> read(
      DynamoDbClient dynamoDb, String table, Collection<StockKey> keys) {
    Map<StockKey, List<Map<String, AttributeValue>>> movements = new HashMap<>();
    for (StockKey key : keys) {
      movements.put(
          key,
          dynamoDb
              .queryPaginator(
                  request ->
                      request
                          .tableName(table)
                          .consistentRead(true)
                          .keyConditionExpression("pk = :pk")
                          .expressionAttributeValues(Map.of(":pk", fromS(Keys.movements(key)))))
              .items()
              .stream()
              .toList());
    }
    return movements;
  }

  /** Sends all; returns nanoseconds. */
  long send(Map<StockKey, List<Map<String, AttributeValue>>> movements, int threads)
      throws InterruptedException {
    List<List<List<TransactWriteItem>>> shares = shares(movements, threads);
    ExecutorService senders = Executors.newFixedThreadPool(threads);
    try {
      long begin = System.nanoTime();
      List<Future<?>> sent = new ArrayList<>();
      shares.forEach(share -> sent.add(senders.submit(() -> share.forEach(this::send))));
      for (Future<?> each : sent) {
        each.get();
      }
      return System.nanoTime() - begin;
    } catch (ExecutionException e) {
      throw new IllegalStateException("the store refused a transaction", e.getCause());
    } finally {
      senders.shutdownNow();
    }
  }

  private void send(List<TransactWriteItem> actions) {
    dynamoDb.transactWriteItems(request -> request.transactItems(actions));
  }

  /** The transactions of each sender. The products with the most events are spread first. */
  private List<List<List<TransactWriteItem>>> shares(
      Map<StockKey, List<Map<String, AttributeValue>>> movements, int threads) {
    List<StockKey> keys = new ArrayList<>(movements.keySet());
    keys.sort((a, b) -> movements.get(b).size() - movements.get(a).size());
    List<List<List<TransactWriteItem>>> shares = new ArrayList<>();
    for (int thread = 0; thread < threads; thread++) {
      List<StockKey> own = new ArrayList<>();
      for (int i = thread; i < keys.size(); i += threads) {
        own.add(keys.get(i));
      }
      shares.add(transactions(own, movements));
    }
    return shares;
  }

  /** In rounds of one event of each product, as a transaction takes an item once. */
  private List<List<TransactWriteItem>> transactions(
      List<StockKey> keys, Map<StockKey, List<Map<String, AttributeValue>>> movements) {
    List<List<TransactWriteItem>> transactions = new ArrayList<>();
    List<StockKey> left = keys;
    for (int round = 0; !left.isEmpty(); round++) {
      int number = round;
      left = left.stream().filter(key -> movements.get(key).size() > number).toList();
      for (int i = 0; i < left.size(); i += EVENTS_PER_TRANSACTION) {
        List<TransactWriteItem> actions = new ArrayList<>();
        for (StockKey key : left.subList(i, Math.min(left.size(), i + EVENTS_PER_TRANSACTION))) {
          add(key, movements.get(key).get(number), actions);
        }
        transactions.add(actions);
      }
    }
    return transactions;
  }

  private void add(
      StockKey key, Map<String, AttributeValue> movement, List<TransactWriteItem> actions) {
    actions.add(put(movement));
    actions.add(level(key, movement));
    actions.add(
        put(
            Map.of(
                Table.PK, fromS(Keys.events(key)),
                Table.SK, movement.get(Table.Movement.EVENT_ID),
                Table.Event.POSITION, movement.get(Table.SK))));
  }

  private TransactWriteItem put(Map<String, AttributeValue> item) {
    return TransactWriteItem.builder()
        .put(put -> put.tableName(table).item(item).conditionExpression(IS_NEW))
        .build();
  }

  private TransactWriteItem level(StockKey key, Map<String, AttributeValue> movement) {
    String position = movement.get(Table.SK).s();
    AttributeValue units =
        movement.getOrDefault(Table.Movement.CHANGE, movement.get(Table.Movement.COUNT));
    Map<String, AttributeValue> values = new HashMap<>();
    values.put(":itemId", fromS(key.itemId()));
    values.put(":warehouse", fromS(key.warehouse()));
    values.put(":gsi1pk", fromS(Keys.warehouse(key.warehouse())));
    values.put(":gsi1sk", fromS(Keys.sortable(key.itemId())));
    values.put(":latest", fromS(position));
    values.put(":updatedAt", fromS(Position.time(Position.instant(position))));
    values.put(":itemName", fromS(key.itemId()));
    values.put(":named", fromS(Position.NONE));
    values.put(":revision", fromN("1"));
    values.put(":stockLevel", units);
    // The position, as events of one moment are in their order here.
    values.put(":first", fromS(position));
    return TransactWriteItem.builder()
        .update(
            update ->
                update
                    .tableName(table)
                    .key(
                        Map.of(
                            Table.PK, fromS(Keys.item(key.itemId())),
                            Table.SK, fromS(Keys.level(key.warehouse()))))
                    .updateExpression(LEVEL_UPDATE)
                    .conditionExpression(IS_LATEST)
                    .expressionAttributeValues(values))
        .build();
  }
}
