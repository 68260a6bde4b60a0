package inventory.alert.dynamodb;

import inventory.alert.domain.StockLevel;
import inventory.alert.domain.StockLevels;
import inventory.model.StockKey;
import inventory.model.table.Keys;
import inventory.model.table.Table;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;

/** Reads levels in strongly consistent batches. */
public final class DynamoDbStockLevels implements StockLevels {

  // What DynamoDB takes in one BatchGetItem.
  private static final int BATCH_SIZE = 100;

  private static final String ATTRIBUTES =
      String.join(
          ", ",
          Table.Level.WAREHOUSE,
          Table.Level.ITEM_ID,
          Table.Level.ITEM_NAME,
          Table.Level.STOCK_LEVEL);

  private final DynamoDbClient dynamoDb;
  private final String table;
  private final Backoff backoff;

  /**
   * Reads a table.
   *
   * @param dynamoDb the client
   * @param table the table's name
   * @param backoff how long to wait where DynamoDB left keys unprocessed
   */
  public DynamoDbStockLevels(DynamoDbClient dynamoDb, String table, Backoff backoff) {
    this.dynamoDb = dynamoDb;
    this.table = table;
    this.backoff = backoff;
  }

  @Override
  public void read(Stream<StockKey> keys, Consumer<StockLevel> each) {
    // A set, as DynamoDB refuses a batch that names a key twice.
    Set<StockKey> batch = new LinkedHashSet<>();
    for (Iterator<StockKey> i = keys.iterator(); i.hasNext(); ) {
      batch.add(i.next());
      if (batch.size() == BATCH_SIZE || !i.hasNext()) {
        readBatch(batch, each);
        batch.clear();
      }
    }
  }

  private void readBatch(Collection<StockKey> batch, Consumer<StockLevel> each) {
    List<Map<String, AttributeValue>> open = new ArrayList<>();
    batch.forEach(key -> open.add(key(key)));
    for (int attempt = 1; !open.isEmpty(); attempt++) {
      if (attempt > 1) {
        backoff.await(attempt, open.size() + " of " + batch.size() + " levels");
      }
      BatchGetItemResponse response = dynamoDb.batchGetItem(request(open));
      response.responses().getOrDefault(table, List.of()).forEach(item -> each.accept(level(item)));
      open.clear();
      if (response.unprocessedKeys().containsKey(table)) {
        open.addAll(response.unprocessedKeys().get(table).keys());
      }
    }
  }

  private BatchGetItemRequest request(List<Map<String, AttributeValue>> keys) {
    KeysAndAttributes wanted =
        KeysAndAttributes.builder()
            .keys(keys)
            .consistentRead(true)
            .projectionExpression(ATTRIBUTES)
            .build();
    return BatchGetItemRequest.builder().requestItems(Map.of(table, wanted)).build();
  }

  private static Map<String, AttributeValue> key(StockKey key) {
    return Map.of(
        Table.PK, AttributeValue.fromS(Keys.item(key.itemId())),
        Table.SK, AttributeValue.fromS(Keys.level(key.warehouse())));
  }

  private static StockLevel level(Map<String, AttributeValue> item) {
    return new StockLevel(
        new StockKey(item.get(Table.Level.WAREHOUSE).s(), item.get(Table.Level.ITEM_ID).s()),
        item.get(Table.Level.ITEM_NAME).s(),
        new BigInteger(item.get(Table.Level.STOCK_LEVEL).n()));
  }
}
