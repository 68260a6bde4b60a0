package inventory.ingest.dynamodb;

import static inventory.model.movement.dynamodb.Attributes.number;

import inventory.ingest.domain.FileRegister;
import inventory.model.FileKind;
import inventory.model.FileStatus;
import inventory.model.inbox.Outcome;
import inventory.model.inbox.Registration;
import inventory.model.inbox.Upload;
import inventory.model.inbox.dynamodb.FileItems;
import inventory.model.inbox.dynamodb.FileRecords;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.Update;

/** File records in the table, with the claims that inventory files make. */
public final class DynamoDbFileRegister implements FileRegister {

  private static final Logger LOG = LoggerFactory.getLogger(DynamoDbFileRegister.class);

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
  public Registration register(Upload upload) {
    return records.register(upload);
  }

  @Override
  public Registration release(String fileId, FileStatus from, Instant at) {
    try {
      return Releases.registration(
          client.updateItem(Releases.request(table, fileId, from, at)).attributes());
    } catch (ConditionalCheckFailedException e) {
      if (!e.hasItem()) {
        throw new IllegalStateException("there is no record of file " + fileId, e);
      }
      // Not a failure: it was released before, or is none that can be.
      return Releases.registration(e.item());
    }
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

  @Override
  public void raiseRejected(Upload upload, long rejected) {
    try {
      client.updateItem(
          request ->
              request
                  .tableName(table)
                  .key(FileItems.key(upload.fileId()))
                  .updateExpression("SET rowsRejected = :rejected")
                  .conditionExpression("rowsRejected < :rejected")
                  .expressionAttributeValues(Map.of(":rejected", number(rejected))));
    } catch (ConditionalCheckFailedException e) {
      // Not a failure: another process has recorded as many, or more.
      LOG.debug("{} has {} rejects or more", upload.key(), rejected);
    }
  }
}
