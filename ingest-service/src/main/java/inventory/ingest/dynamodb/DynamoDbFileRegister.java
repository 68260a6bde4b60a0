package inventory.ingest.dynamodb;

import static inventory.ingest.dynamodb.Attributes.number;
import static inventory.ingest.dynamodb.Attributes.text;

import inventory.ingest.domain.FileRegister;
import inventory.ingest.domain.Outcome;
import inventory.ingest.domain.Upload;
import inventory.model.FileKind;
import inventory.model.FileStatus;
import inventory.model.table.Table;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.Update;

/** File records in the table. */
public final class DynamoDbFileRegister implements FileRegister {

  /** A delivery that comes late must not undo what another has finished. */
  private static final String IS_UNFINISHED = "#status IN (:received, :processing)";

  private final DynamoDbClient client;
  private final String table;
  private final ContentClaims claims;
  private final Clock clock;

  public DynamoDbFileRegister(DynamoDbClient client, String table, Clock clock) {
    this.client = client;
    this.table = table;
    this.claims = new ContentClaims(client, table);
    this.clock = clock;
  }

  @Override
  public FileStatus register(Upload upload) {
    try {
      client.putItem(
          request ->
              request
                  .tableName(table)
                  .item(FileItems.toItem(upload))
                  .conditionExpression("attribute_not_exists(" + Table.PK + ")")
                  .returnValuesOnConditionCheckFailure(
                      ReturnValuesOnConditionCheckFailure.ALL_OLD));
      return FileStatus.RECEIVED;
    } catch (ConditionalCheckFailedException e) {
      // Not a failure: the upload is on record, and the record says how far it came.
      return FileItems.status(e.item());
    }
  }

  @Override
  public Upload find(String fileId) {
    Map<String, AttributeValue> item =
        client
            .getItem(
                request -> request.tableName(table).key(FileItems.key(fileId)).consistentRead(true))
            .item();
    if (item.isEmpty()) {
      throw new IllegalStateException("there is no record of file " + fileId);
    }
    return FileItems.toUpload(item);
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
    Map<String, AttributeValue> values = new HashMap<>();
    values.put(":status", text(outcome.status().name()));
    values.put(":kind", text(outcome.kind().name()));
    values.put(":applied", number(outcome.rowsApplied()));
    values.put(":rejected", number(outcome.rowsRejected()));
    values.put(":now", text(clock.instant().toString()));
    String expression =
        "SET #status = :status, kind = :kind, rowsApplied = :applied, rowsRejected = :rejected,"
            + " finishedAt = :now";
    if (!outcome.reason().isEmpty()) {
      values.put(":reason", text(outcome.reason()));
      expression += ", reason = :reason";
    }
    if (outcome.rejectsKey().isPresent()) {
      values.put(":rejects", text(outcome.rejectsKey().get()));
      expression += ", rejectsKey = :rejects";
    }
    values.put(":received", text(FileStatus.RECEIVED.name()));
    values.put(":processing", text(FileStatus.PROCESSING.name()));
    update(upload, expression, values);
  }

  private void update(Upload upload, String expression, Map<String, AttributeValue> values) {
    try {
      client.updateItem(
          request ->
              request
                  .tableName(table)
                  .key(FileItems.key(upload.fileId()))
                  .updateExpression(expression)
                  .conditionExpression(IS_UNFINISHED)
                  .expressionAttributeNames(Map.of("#status", Table.File.STATUS))
                  .expressionAttributeValues(values)
                  .returnValuesOnConditionCheckFailure(
                      ReturnValuesOnConditionCheckFailure.ALL_OLD));
    } catch (ConditionalCheckFailedException e) {
      if (!e.hasItem()) {
        throw new IllegalStateException("there is no record of file " + upload.key(), e);
      }
      // Another delivery of the same upload has finished it meanwhile, with the same effect.
    }
  }
}
