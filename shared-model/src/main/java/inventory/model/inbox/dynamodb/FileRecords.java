package inventory.model.inbox.dynamodb;

import inventory.model.FileStatus;
import inventory.model.inbox.Outcome;
import inventory.model.inbox.Registration;
import inventory.model.inbox.Upload;
import inventory.model.inbox.UploadRegister;
import inventory.model.table.FileItem;
import inventory.model.table.Table;
import java.time.Clock;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;

/** The records of uploads in the table (requirement I7): how processing begins and ends. */
public final class FileRecords implements UploadRegister {

  private final DynamoDbClient client;
  private final String table;
  private final Clock clock;

  /** Stores the records in a table. */
  public FileRecords(DynamoDbClient client, String table, Clock clock) {
    this.client = client;
    this.table = table;
    this.clock = clock;
  }

  @Override
  public Registration register(Upload upload) {
    try {
      client.putItem(
          request ->
              request
                  .tableName(table)
                  .item(FileItem.received(upload))
                  .conditionExpression("attribute_not_exists(" + Table.PK + ")")
                  .returnValuesOnConditionCheckFailure(
                      ReturnValuesOnConditionCheckFailure.ALL_OLD));
      return new Registration(upload, FileStatus.RECEIVED);
    } catch (ConditionalCheckFailedException e) {
      // Not a failure: the upload is recorded, with its status.
      return registration(e.item());
    }
  }

  /** The recorded state in an item. */
  public static Registration registration(Map<String, AttributeValue> item) {
    FileItem file = FileItem.of(item);
    return new Registration(file.upload(), file.status());
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
                request -> request.tableName(table).key(FileItem.key(fileId)).consistentRead(true))
            .item();
    if (item.isEmpty()) {
      throw new IllegalStateException("there is no record of file " + fileId);
    }
    return FileItem.of(item).upload();
  }

  @Override
  public void finish(Upload upload, Outcome outcome) {
    try {
      client.updateItem(
          FileItem.finish(outcome, clock.instant())
              .request(table, FileItem.key(upload.fileId()))
              .build());
    } catch (ConditionalCheckFailedException e) {
      if (!e.hasItem()) {
        throw new IllegalStateException("there is no record of file " + upload.key(), e);
      }
      // Another delivery of the same upload has finished it meanwhile, with the same effect.
    }
  }
}
