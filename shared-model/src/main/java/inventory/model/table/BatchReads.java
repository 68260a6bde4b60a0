package inventory.model.table;

import inventory.model.Backoff;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;

/** Reads many items by their keys, strongly consistent. */
public final class BatchReads {

  // The limit of BatchGetItem.
  private static final int BATCH_SIZE = 100;

  private final DynamoDbClient dynamoDb;
  private final String table;
  private final Backoff backoff;

  /**
   * Reads a table.
   *
   * @param dynamoDb the client
   * @param table the table's name
   * @param backoff how often and how long to retry keys that DynamoDB left unprocessed
   */
  public BatchReads(DynamoDbClient dynamoDb, String table, Backoff backoff) {
    this.dynamoDb = dynamoDb;
    this.table = table;
    this.backoff = backoff;
  }

  /**
   * Reads the items that exist, in no particular order.
   *
   * @param keys a set, because DynamoDB rejects a batch that contains a key twice
   */
  public List<Map<String, AttributeValue>> read(Set<Map<String, AttributeValue>> keys) {
    List<Map<String, AttributeValue>> all = List.copyOf(keys);
    List<Map<String, AttributeValue>> items = new ArrayList<>();
    for (int from = 0; from < all.size(); from += BATCH_SIZE) {
      items.addAll(batch(all.subList(from, Math.min(all.size(), from + BATCH_SIZE))));
    }
    return items;
  }

  private List<Map<String, AttributeValue>> batch(Collection<Map<String, AttributeValue>> keys) {
    List<Map<String, AttributeValue>> items = new ArrayList<>();
    List<Map<String, AttributeValue>> open = new ArrayList<>(keys);
    for (int attempt = 1; ; attempt++) {
      BatchGetItemResponse response = dynamoDb.batchGetItem(request(open));
      items.addAll(response.responses().getOrDefault(table, List.of()));
      if (!response.unprocessedKeys().containsKey(table)) {
        return items;
      }
      open = response.unprocessedKeys().get(table).keys();
      backoff.await(attempt, "reading " + open.size() + " of " + keys.size() + " items");
    }
  }

  private BatchGetItemRequest request(List<Map<String, AttributeValue>> keys) {
    KeysAndAttributes wanted = KeysAndAttributes.builder().keys(keys).consistentRead(true).build();
    return BatchGetItemRequest.builder().requestItems(Map.of(table, wanted)).build();
  }
}
