package inventory.alert.dynamodb;

import static inventory.model.table.Values.key;

import inventory.alert.webhook.Claims;
import inventory.model.table.Keys;
import java.time.Instant;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Claims on the work for webhooks, in the partition of what the work is about. */
public final class DynamoDbClaims implements Claims {

  private final ClaimWrites claims;

  /** Stores them in a table. */
  public DynamoDbClaims(DynamoDbClient dynamoDb, String table) {
    this.claims = new ClaimWrites(dynamoDb, table);
  }

  @Override
  public boolean claim(String work, String holder, Instant now, Instant until) {
    return claims.claim(claimKey(work), holder, now, until);
  }

  @Override
  public void release(String work, String holder) {
    claims.release(claimKey(work), holder);
  }

  private static Map<String, AttributeValue> claimKey(String work) {
    return key(Keys.webhook(work), Keys.ONLY);
  }
}
