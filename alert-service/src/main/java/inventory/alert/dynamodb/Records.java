package inventory.alert.dynamodb;

import static inventory.alert.dynamodb.Attributes.key;

import inventory.model.table.Keys;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Reads records that are alone in their partition, strongly consistent. */
final class Records {

  private Records() {}

  /**
   * Reads a record that has to be there.
   *
   * @param name what it is the record of, for people
   * @throws IllegalStateException if there is none
   */
  static Map<String, AttributeValue> require(
      DynamoDbClient dynamoDb, String table, String pk, String name) {
    Map<String, AttributeValue> item =
        dynamoDb
            .getItem(g -> g.tableName(table).key(key(pk, Keys.ONLY)).consistentRead(true))
            .item();
    if (item.isEmpty()) {
      throw new IllegalStateException("there is no record of " + name);
    }
    return item;
  }
}
