package inventory.reporting.dynamodb;

import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;

/** Reads one item by its key, strongly consistent. */
final class SingleRead {

  private SingleRead() {}

  /** The item; empty if there is none with this key. */
  static Optional<Map<String, AttributeValue>> find(
      DynamoDbClient dynamo, String table, Map<String, AttributeValue> key) {
    GetItemResponse response =
        dynamo.getItem(get -> get.tableName(table).key(key).consistentRead(true));
    return response.hasItem() ? Optional.of(response.item()) : Optional.empty();
  }
}
