package inventory.launcher.bench;

import inventory.launcher.bench.StoredWork.Written;
import inventory.model.Position;
import inventory.model.table.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.Update;

/**
 * The writes of a work once more, into an empty table: the same items by the same expressions in
 * transactions of the same size, made beforehand and sent as fast as the store takes them. An
 * end-to-end test holds them against what the service writes.
 */
final class Ceiling {

  private static final int MOVEMENTS_PER_TRANSACTION = 50;

  // The first write of a level by ingest-service, word for word.
  private static final String LEVEL_UPDATE =
      "SET itemId = :item, warehouse = :warehouse, gsi1pk = :indexPk, gsi1sk = :indexSk,"
          + " itemName = :name, latest = :latest, updatedAt = :now"
          + " ADD stockLevel :units, revision :one";
  private static final String IS_LATEST = "attribute_not_exists(pk) OR latest < :first";

  private final DynamoDbClient dynamoDb;
  private final String table;
  private final List<List<TransactWriteItem>> transactions = new ArrayList<>();

  /** Makes the transactions for an empty table of the same shape. */
  Ceiling(DynamoDbClient dynamoDb, String table, List<Written> work) {
    this.dynamoDb = dynamoDb;
    this.table = table;
    for (int i = 0; i < work.size(); i += MOVEMENTS_PER_TRANSACTION) {
      List<TransactWriteItem> actions = new ArrayList<>();
      for (Written written :
          work.subList(i, Math.min(work.size(), i + MOVEMENTS_PER_TRANSACTION))) {
        actions.add(TransactWriteItem.builder().put(put(written.movement())).build());
        actions.add(TransactWriteItem.builder().update(update(written)).build());
      }
      transactions.add(actions);
    }
  }

  /** Sends all; returns nanoseconds. */
  long send(int threads) throws InterruptedException {
    ExecutorService senders = Executors.newFixedThreadPool(threads);
    try {
      long begin = System.nanoTime();
      List<Future<?>> sent = new ArrayList<>();
      for (List<TransactWriteItem> actions : transactions) {
        sent.add(
            senders.submit(
                () -> dynamoDb.transactWriteItems(request -> request.transactItems(actions))));
      }
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

  private Put put(Map<String, AttributeValue> movement) {
    return Put.builder()
        .tableName(table)
        .item(movement)
        .conditionExpression("attribute_not_exists(pk)")
        .build();
  }

  private Update update(Written written) {
    Map<String, AttributeValue> level = written.level();
    Map<String, AttributeValue> values = new HashMap<>();
    values.put(":item", level.get(Table.Level.ITEM_ID));
    values.put(":warehouse", level.get(Table.Level.WAREHOUSE));
    values.put(":indexPk", level.get(Table.INDEX_PK));
    values.put(":indexSk", level.get(Table.INDEX_SK));
    values.put(":name", level.get(Table.Level.ITEM_NAME));
    values.put(":latest", level.get(Table.Level.LATEST));
    values.put(":now", level.get(Table.Level.UPDATED_AT));
    values.put(":units", level.get(Table.Level.STOCK_LEVEL));
    values.put(":one", AttributeValue.fromN("1"));
    values.put(":first", firstTime(written.movement()));
    return Update.builder()
        .tableName(table)
        .key(Map.of(Table.PK, level.get(Table.PK), Table.SK, level.get(Table.SK)))
        .updateExpression(LEVEL_UPDATE)
        .conditionExpression(IS_LATEST)
        .expressionAttributeValues(values)
        .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)
        .build();
  }

  private static AttributeValue firstTime(Map<String, AttributeValue> movement) {
    AttributeValue first = movement.get(Table.Movement.FIRST_TIME);
    return first != null
        ? first
        : AttributeValue.fromS(Position.time(Position.instant(movement.get(Table.SK).s())));
  }
}
