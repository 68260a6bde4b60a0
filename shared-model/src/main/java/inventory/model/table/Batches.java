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
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** Reads and writes many items with few calls. */
public final class Batches {

  // The limits of BatchGetItem and BatchWriteItem.
  private static final int MAX_READS = 100;
  private static final int MAX_WRITES = 25;

  private final DynamoDbClient dynamoDb;
  private final String table;
  private final Backoff backoff;

  /**
   * Uses a table.
   *
   * @param dynamoDb the client
   * @param table the table's name
   * @param backoff how often and how long to retry what DynamoDB left unprocessed
   */
  public Batches(DynamoDbClient dynamoDb, String table, Backoff backoff) {
    this.dynamoDb = dynamoDb;
    this.table = table;
    this.backoff = backoff;
  }

  /**
   * Reads the items that exist, strongly consistent, in no particular order.
   *
   * @param keys a set, because DynamoDB rejects a batch that contains a key twice
   */
  public List<Map<String, AttributeValue>> read(Set<Map<String, AttributeValue>> keys) {
    List<Map<String, AttributeValue>> all = List.copyOf(keys);
    List<Map<String, AttributeValue>> items = new ArrayList<>();
    for (int from = 0; from < all.size(); from += MAX_READS) {
      items.addAll(batch(all.subList(from, Math.min(all.size(), from + MAX_READS))));
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

  /**
   * Puts and deletes items without conditions; returns when all writes are done.
   *
   * @param writes each of another item
   * @param purpose what they are for, for the message of a failure: "storing closings"
   */
  public void write(List<WriteRequest> writes, String purpose) {
    for (int from = 0; from < writes.size(); from += MAX_WRITES) {
      writeBatch(writes.subList(from, Math.min(writes.size(), from + MAX_WRITES)), purpose);
    }
  }

  private void writeBatch(List<WriteRequest> writes, String purpose) {
    Map<String, List<WriteRequest>> open = Map.of(table, writes);
    for (int attempt = 1; ; attempt++) {
      Map<String, List<WriteRequest>> request = open;
      open = dynamoDb.batchWriteItem(batch -> batch.requestItems(request)).unprocessedItems();
      if (open.isEmpty()) {
        return;
      }
      backoff.await(attempt, purpose);
    }
  }
}
