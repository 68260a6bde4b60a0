package inventory.alert.dynamodb;

import static inventory.model.table.Values.number;
import static inventory.model.table.Values.text;

import inventory.model.table.ItemUpdate;
import inventory.model.table.LeaseItem;
import inventory.model.table.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/**
 * Takes and releases claims, each an item of the table.
 *
 * @param dynamoDb the client
 * @param table the table's name
 */
record ClaimWrites(DynamoDbClient dynamoDb, String table) {

  // A claim or an open batch that nobody ended is deleted after this time.
  private static final Duration KEPT = Duration.ofDays(1);

  /** Takes or extends a claim; returns false if another holder has it. */
  boolean claim(Map<String, AttributeValue> key, String holder, Instant now, Instant until) {
    ItemUpdate claim = LeaseItem.acquire(holder, now, until).set(Table.EXPIRES_AT, expiry(until));
    try {
      dynamoDb.updateItem(claim.request(table, key).build());
      return true;
    } catch (ConditionalCheckFailedException e) {
      // Not a failure: another process has the claim.
      return false;
    }
  }

  /** Releases a claim if it is still the holder's. */
  void release(Map<String, AttributeValue> key, String holder) {
    try {
      dynamoDb.deleteItem(
          d ->
              d.tableName(table)
                  .key(key)
                  .conditionExpression(LeaseItem.IS_OURS)
                  .expressionAttributeNames(ItemUpdate.names(LeaseItem.IS_OURS))
                  .expressionAttributeValues(Map.of(":holder", text(holder))));
    } catch (ConditionalCheckFailedException e) {
      // Not a failure: the claim had ended, and another process has it.
    }
  }

  /** When DynamoDB may delete what ends at a time and was not ended. */
  static AttributeValue expiry(Instant until) {
    return number(until.plus(KEPT).getEpochSecond());
  }
}
