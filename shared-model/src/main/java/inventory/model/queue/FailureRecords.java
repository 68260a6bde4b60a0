package inventory.model.queue;

import inventory.model.Shortened;
import inventory.model.resource.Queues;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Records why a message failed, so people who find it in the dead-letter queue need not search the
 * logs of every process. The record expires when the message would.
 */
@Singleton
@Requires(classes = DynamoDbClient.class)
@Requires(property = "inventory.table")
public final class FailureRecords {

  private static final Logger LOG = LoggerFactory.getLogger(FailureRecords.class);

  private static final int MAX_REASON = 2_000;

  private final DynamoDbClient dynamoDb;
  private final String table;

  FailureRecords(DynamoDbClient dynamoDb, @Value("${inventory.table}") String table) {
    this.dynamoDb = dynamoDb;
    this.table = table;
  }

  /** Records a failure; the reason consists of the messages of the failure and all its causes. */
  public void record(String queue, String messageId, int receives, Throwable failure) {
    record(queue, messageId, receives, reason(failure));
  }

  /**
   * Records a failure, replacing an earlier one of the same message. If it cannot be recorded, this
   * is only logged: the message is redelivered anyway.
   *
   * @param queue the queue's name
   * @param receives how often the message has been received
   * @param reason what failed, for people
   */
  public void record(String queue, String messageId, int receives, String reason) {
    Instant now = Instant.now();
    // A message is kept for the retention in the dead-letter queue, too.
    Instant expiresAt = now.plus(Queues.RETENTION).plus(Queues.RETENTION);
    Map<String, AttributeValue> item =
        new FailureItem(reason, now, receives).toItem(queue, messageId, expiresAt);
    try {
      dynamoDb.putItem(p -> p.tableName(table).item(item));
    } catch (SdkException e) {
      LOG.warn("Could not record why message {} of {} failed", messageId, queue, e);
    }
  }

  /** The messages of the failure and all its causes, outermost first. */
  static String reason(Throwable failure) {
    StringBuilder text = new StringBuilder();
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      String message = cause.getMessage() == null ? "" : ": " + cause.getMessage();
      text.append(text.isEmpty() ? "" : "; caused by ");
      text.append(cause.getClass().getSimpleName()).append(message);
    }
    return Shortened.text(text.toString(), MAX_REASON);
  }
}
