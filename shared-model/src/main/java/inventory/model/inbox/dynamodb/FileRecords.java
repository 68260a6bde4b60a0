package inventory.model.inbox.dynamodb;

import inventory.model.FileStatus;
import inventory.model.inbox.Outcome;
import inventory.model.inbox.Registration;
import inventory.model.inbox.Upload;
import inventory.model.table.Table;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;

/** The records of uploads in the table (requirement I7): their begin and their end. */
public final class FileRecords {

  /** A delivery that comes late must not undo what another has finished. */
  private static final String IS_UNFINISHED = "#status IN (:received, :processing)";

  private final DynamoDbClient client;
  private final String table;
  private final Clock clock;

  /** Keeps them in a table. */
  public FileRecords(DynamoDbClient client, String table, Clock clock) {
    this.client = client;
    this.table = table;
    this.clock = clock;
  }

  /**
   * Puts an upload on record as {@code RECEIVED}, unless it is there already.
   *
   * @return what is on record
   */
  public Registration register(Upload upload) {
    try {
      client.putItem(
          request ->
              request
                  .tableName(table)
                  .item(FileItems.toItem(upload))
                  .conditionExpression("attribute_not_exists(" + Table.PK + ")")
                  .returnValuesOnConditionCheckFailure(
                      ReturnValuesOnConditionCheckFailure.ALL_OLD));
      return new Registration(upload, FileStatus.RECEIVED);
    } catch (ConditionalCheckFailedException e) {
      // Not a failure: the upload is on record, and the record says how far it came.
      return new Registration(FileItems.toUpload(e.item()), FileItems.status(e.item()));
    }
  }

  /**
   * The upload of a record.
   *
   * @throws IllegalStateException if there is no such record
   */
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

  /** Records how an upload ended, unless another delivery of it has done so. */
  public void finish(Upload upload, Outcome outcome) {
    Map<String, AttributeValue> values = new HashMap<>();
    values.put(":status", AttributeValue.fromS(outcome.status().name()));
    values.put(":kind", AttributeValue.fromS(outcome.kind().name()));
    values.put(":applied", AttributeValue.fromN(Long.toString(outcome.rowsApplied())));
    values.put(":rejected", AttributeValue.fromN(Long.toString(outcome.rowsRejected())));
    values.put(":now", AttributeValue.fromS(clock.instant().toString()));
    String expression =
        "SET #status = :status, kind = :kind, rowsApplied = :applied, rowsRejected = :rejected,"
            + " finishedAt = :now";
    if (!outcome.reason().isEmpty()) {
      values.put(":reason", AttributeValue.fromS(outcome.reason()));
      expression += ", reason = :reason";
    }
    if (outcome.rejectsKey().isPresent()) {
      values.put(":rejects", AttributeValue.fromS(outcome.rejectsKey().get()));
      expression += ", rejectsKey = :rejects";
    }
    if (!outcome.firstRejects().isEmpty()) {
      values.put(
          ":first",
          AttributeValue.fromL(
              outcome.firstRejects().stream().map(AttributeValue::fromS).toList()));
      expression += ", firstRejects = :first";
    }
    values.put(":received", AttributeValue.fromS(FileStatus.RECEIVED.name()));
    values.put(":processing", AttributeValue.fromS(FileStatus.PROCESSING.name()));
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
