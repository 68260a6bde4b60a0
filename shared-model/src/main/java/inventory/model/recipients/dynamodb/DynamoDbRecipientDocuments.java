package inventory.model.recipients.dynamodb;

import inventory.model.recipients.RecipientDocument;
import inventory.model.recipients.RecipientDocuments;
import inventory.model.table.Values;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/** The rules in one item of the table; a call is one request. */
public final class DynamoDbRecipientDocuments implements RecipientDocuments {

  private final DynamoDbClient dynamoDb;
  private final String table;

  /** Stores them in a table. */
  public DynamoDbRecipientDocuments(DynamoDbClient dynamoDb, String table) {
    this.dynamoDb = dynamoDb;
    this.table = table;
  }

  @Override
  public Optional<RecipientDocument> find() {
    return RecipientItem.of(
        dynamoDb
            .getItem(g -> g.tableName(table).key(RecipientItem.key()).consistentRead(true))
            .item());
  }

  @Override
  public boolean set(RecipientDocument document) {
    return put(
        document, RecipientItem.IS_NOT_NEWER, Map.of(":version", Values.text(document.version())));
  }

  @Override
  public boolean replace(Optional<String> version, RecipientDocument document) {
    return version
        .map(read -> put(document, RecipientItem.IS_CURRENT, Map.of(":read", Values.text(read))))
        .orElseGet(() -> put(document, RecipientItem.IS_ABSENT, null));
  }

  private boolean put(
      RecipientDocument document, String condition, Map<String, AttributeValue> values) {
    try {
      dynamoDb.putItem(
          p ->
              p.tableName(table)
                  .item(RecipientItem.toItem(document))
                  .conditionExpression(condition)
                  .expressionAttributeValues(values));
      return true;
    } catch (ConditionalCheckFailedException e) {
      // An outcome of the port: another document is current.
      return false;
    }
  }
}
