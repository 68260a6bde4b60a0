package inventory.alert.dynamodb;

import static inventory.model.table.Values.key;
import static inventory.model.table.Values.number;
import static inventory.model.table.Values.text;

import inventory.alert.webhook.Claims;
import inventory.model.table.ItemUpdate;
import inventory.model.table.Keys;
import inventory.model.table.LeaseItem;
import inventory.model.table.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/** Claims on the work for webhooks, in the partition of what the work is about. */
public final class DynamoDbClaims implements Claims {

  // A claim that nobody released is deleted after this time.
  private static final Duration KEPT = Duration.ofDays(1);

  private final DynamoDbClient dynamoDb;
  private final String table;

  /** Stores them in a table. */
  public DynamoDbClaims(DynamoDbClient dynamoDb, String table) {
    this.dynamoDb = dynamoDb;
    this.table = table;
  }

  @Override
  public boolean claim(String work, String holder, Instant now, Instant until) {
    ItemUpdate claim =
        LeaseItem.acquire(holder, now, until)
            .set(Table.EXPIRES_AT, number(until.plus(KEPT).getEpochSecond()));
    try {
      dynamoDb.updateItem(claim.request(table, claimKey(work)).build());
      return true;
    } catch (ConditionalCheckFailedException e) {
      // Not a failure: another process has claimed the work.
      return false;
    }
  }

  @Override
  public void release(String work, String holder) {
    try {
      dynamoDb.deleteItem(
          d ->
              d.tableName(table)
                  .key(claimKey(work))
                  .conditionExpression(LeaseItem.IS_OURS)
                  .expressionAttributeNames(ItemUpdate.names(LeaseItem.IS_OURS))
                  .expressionAttributeValues(Map.of(":holder", text(holder))));
    } catch (ConditionalCheckFailedException e) {
      // Not a failure: the claim had ended, and another process has claimed the work.
    }
  }

  private static Map<String, AttributeValue> claimKey(String work) {
    return key(Keys.webhook(work), Keys.ONLY);
  }
}
