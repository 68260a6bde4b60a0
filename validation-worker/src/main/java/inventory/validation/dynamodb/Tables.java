package inventory.validation.dynamodb;

import static inventory.model.movement.dynamodb.Attributes.text;

import inventory.model.table.Table;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Short forms of keys and reads. */
final class Tables {

  private Tables() {}

  static Map<String, AttributeValue> key(String pk, String sk) {
    return Map.of(Table.PK, text(pk), Table.SK, text(sk));
  }

  /** Reads an item, strongly consistent; empty if there is none. */
  static Map<String, AttributeValue> get(
      DynamoDbClient client, String table, String pk, String sk) {
    return client
        .getItem(request -> request.tableName(table).key(key(pk, sk)).consistentRead(true))
        .item();
  }
}
