package inventory.validation;

import inventory.model.inbox.Upload;
import inventory.model.message.ArrivedFile;
import inventory.model.queue.QueueSender;
import inventory.model.table.FileItem;
import inventory.model.table.Keys;
import inventory.model.table.Table;
import inventory.model.table.Values;
import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * Has files checked again by the next run: forgets that a run checked them, and names them on the
 * queue.
 */
@Singleton
final class Recheck {

  // All messages of the queue have one order.
  private static final String GROUP = "files";

  private final DynamoDbClient dynamoDb;
  private final String table;
  private final QueueSender queue;
  private final Clock clock;

  Recheck(
      DynamoDbClient dynamoDb,
      SqsClient sqs,
      ObjectMapper json,
      ValidationSettings settings,
      Clock clock) {
    this.dynamoDb = dynamoDb;
    this.table = settings.table();
    this.queue = new QueueSender(sqs, settings.validationQueue(), json);
    this.clock = clock;
  }

  /**
   * Has one file checked again.
   *
   * @throws IllegalArgumentException if there is no file with this id
   */
  void file(String fileId) {
    try {
      Map<String, AttributeValue> file =
          dynamoDb
              .updateItem(
                  FileItem.unvalidated()
                      .request(table, FileItem.key(fileId))
                      .returnValues(ReturnValue.ALL_NEW)
                      .build())
              .attributes();
      name(FileItem.of(file).upload());
    } catch (ConditionalCheckFailedException e) {
      throw new IllegalArgumentException("there is no file with the id " + fileId, e);
    }
  }

  /**
   * Has all files checked again that arrived on a day, and that a run has checked.
   *
   * @return how many there are
   */
  int day(LocalDate day) {
    List<String> checked =
        dynamoDb
            .queryPaginator(
                request ->
                    request
                        .tableName(table)
                        .indexName(Table.INDEX)
                        .keyConditionExpression(Table.INDEX_PK + " = :day")
                        .filterExpression("attribute_exists(" + FileItem.VALIDATED_IN + ")")
                        .expressionAttributeValues(Map.of(":day", Values.text(Keys.filesOf(day)))))
            .items()
            .stream()
            .map(item -> FileItem.of(item).fileId())
            .toList();
    checked.forEach(this::file);
    return checked.size();
  }

  private void name(Upload upload) {
    ArrivedFile message =
        new ArrivedFile(
            upload.fileId(),
            upload.key(),
            upload.version(),
            upload.versioned(),
            upload.size(),
            upload.uploadedAt());
    queue.send(message, GROUP, upload.fileId() + "-again-" + clock.millis());
  }
}
