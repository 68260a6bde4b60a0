package inventory.reporting.dynamodb;

import inventory.reporting.domain.StoreUnavailableException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;

/** Reads many items by their keys, strongly consistent. */
final class BatchRead {

  /** DynamoDB's limit for one request. */
  private static final int MAX_KEYS = 100;

  /**
   * A throttled table answers with a part of the items. An answer without any is an error that the
   * SDK retries after a pause. So many parts mean that the table is overloaded.
   */
  private static final int MAX_PARTS = 10;

  private final DynamoDbClient dynamo;
  private final String table;

  BatchRead(DynamoDbClient dynamo, String table) {
    this.dynamo = dynamo;
    this.table = table;
  }

  /**
   * The items that exist, in any order.
   *
   * @param keys their keys, without duplicates
   * @param attributes the attributes to read; empty for all
   */
  List<Map<String, AttributeValue>> read(
      List<Map<String, AttributeValue>> keys, List<String> attributes) {
    List<Map<String, AttributeValue>> found = new ArrayList<>();
    for (int from = 0; from < keys.size(); from += MAX_KEYS) {
      List<Map<String, AttributeValue>> some =
          keys.subList(from, Math.min(from + MAX_KEYS, keys.size()));
      readAll(Map.of(table, request(some, attributes)), found);
    }
    return found;
  }

  private static KeysAndAttributes request(
      List<Map<String, AttributeValue>> keys, List<String> attributes) {
    KeysAndAttributes.Builder all = KeysAndAttributes.builder().keys(keys).consistentRead(true);
    if (attributes.isEmpty()) {
      return all.build();
    }
    Projection projection = Projection.of(attributes);
    return all.projectionExpression(projection.expression())
        .expressionAttributeNames(projection.names())
        .build();
  }

  private void readAll(
      Map<String, KeysAndAttributes> wanted, List<Map<String, AttributeValue>> found) {
    Map<String, KeysAndAttributes> left = wanted;
    for (int part = 0; !left.isEmpty(); part++) {
      if (part == MAX_PARTS) {
        throw new StoreUnavailableException("the table is throttled: it answers only in parts");
      }
      Map<String, KeysAndAttributes> request = left;
      BatchGetItemResponse response = dynamo.batchGetItem(get -> get.requestItems(request));
      found.addAll(response.responses().getOrDefault(table, List.of()));
      left = response.unprocessedKeys();
    }
  }
}
