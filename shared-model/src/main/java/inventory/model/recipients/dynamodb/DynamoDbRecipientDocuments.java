package inventory.model.recipients.dynamodb;

import inventory.model.audit.AuditAction;
import inventory.model.audit.AuditEntry;
import inventory.model.audit.dynamodb.AuditedWrite;
import inventory.model.recipients.RecipientDocument;
import inventory.model.recipients.RecipientDocuments;
import inventory.model.table.Values;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** The rules in one item of the table; each change is in the audit. A call is one request. */
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
    TransactWriteItem put =
        TransactWriteItem.builder()
            .put(
                p ->
                    p.tableName(table)
                        .item(RecipientItem.toItem(document))
                        .conditionExpression(condition)
                        .expressionAttributeValues(values))
            .build();
    AuditEntry entry =
        AuditEntry.on(document.source(), AuditAction.SET_RECIPIENTS, document.decision(), "");
    return AuditedWrite.attempt(dynamoDb, table, entry, put);
  }
}
