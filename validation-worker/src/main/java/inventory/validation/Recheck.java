package inventory.validation;

import inventory.model.FileId;
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
import java.util.regex.Pattern;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * Has files checked again by the next run: forgets that a run checked them, and names them on the
 * queue.
 */
@Singleton
final class Recheck {

  // All messages of the queue have one order.
  private static final String GROUP = "files";

  private static final Pattern ID = Pattern.compile("[0-9a-f]{32}");

  private final DynamoDbClient dynamoDb;
  private final S3Client s3;
  private final String bucket;
  private final String table;
  private final QueueSender queue;
  private final Clock clock;

  Recheck(
      DynamoDbClient dynamoDb,
      S3Client s3,
      SqsClient sqs,
      ObjectMapper json,
      ValidationSettings settings,
      Clock clock) {
    this.dynamoDb = dynamoDb;
    this.s3 = s3;
    this.bucket = settings.bucket();
    this.table = settings.table();
    this.queue = new QueueSender(sqs, settings.validationQueue(), json);
    this.clock = clock;
  }

  /**
   * Has one file checked again.
   *
   * @param file its id, or its key for its latest version
   * @throws IllegalArgumentException if there is no such file
   */
  void file(String file) {
    again(ID.matcher(file).matches() ? file : latest(file));
  }

  private String latest(String key) {
    try {
      String version = s3.headObject(head -> head.bucket(bucket).key(key)).versionId();
      return FileId.of(key, String.valueOf(version));
    } catch (NoSuchKeyException e) {
      throw new IllegalArgumentException("there is no file with the id or the key " + key, e);
    }
  }

  private void again(String fileId) {
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
    checked.forEach(this::again);
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
