package inventory.ingest.dynamodb;

import inventory.inbox.Outcome;
import inventory.inbox.Upload;
import inventory.inbox.dynamodb.FileRecords;
import inventory.ingest.domain.FileRegister;
import inventory.model.FileKind;
import inventory.model.FileStatus;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.Update;

/** File records in the table, with the claims that inventory files make. */
public final class DynamoDbFileRegister implements FileRegister {

  private final DynamoDbClient client;
  private final String table;
  private final FileRecords records;
  private final ContentClaims claims;

  /** Wires the register. */
  public DynamoDbFileRegister(DynamoDbClient client, String table, FileRecords records) {
    this.client = client;
    this.table = table;
    this.records = records;
    this.claims = new ContentClaims(client, table);
  }

  @Override
  public FileStatus register(Upload upload) {
    return records.register(upload);
  }

  @Override
  public Claim claim(Upload upload, String sha256, int rules) {
    return claims.claim(upload, sha256, rules);
  }

  @Override
  public Claim start(Upload upload, int rules) {
    Update start = StartOfWork.update(table, upload, FileKind.COUNT, Optional.empty(), rules);
    try {
      client.updateItem(
          request ->
              request
                  .tableName(start.tableName())
                  .key(start.key())
                  .updateExpression(start.updateExpression())
                  .conditionExpression(start.conditionExpression())
                  .expressionAttributeNames(start.expressionAttributeNames())
                  .expressionAttributeValues(start.expressionAttributeValues())
                  .returnValuesOnConditionCheckFailure(
                      start.returnValuesOnConditionCheckFailure()));
      return Claim.GRANTED;
    } catch (ConditionalCheckFailedException e) {
      // Not a failure: what stands there says why the work must not begin.
      return StartOfWork.refused(e.item());
    }
  }

  @Override
  public void finish(Upload upload, Outcome outcome) {
    records.finish(upload, outcome);
  }
}
