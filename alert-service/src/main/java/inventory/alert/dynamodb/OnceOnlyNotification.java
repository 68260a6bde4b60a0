package inventory.alert.dynamodb;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** Puts a notification into the outbox together with a mark on what it tells of, or neither. */
final class OnceOnlyNotification {

  private OnceOnlyNotification() {}

  /**
   * Writes both, unless the mark's condition says that it was told before.
   *
   * @param mark sets the mark, on the condition that it is not set
   * @param notification puts the notification
   */
  static void once(
      DynamoDbClient dynamoDb, TransactWriteItem mark, TransactWriteItem notification) {
    try {
      dynamoDb.transactWriteItems(t -> t.transactItems(mark, notification));
    } catch (TransactionCanceledException e) {
      if (!"ConditionalCheckFailed".equals(e.cancellationReasons().get(0).code())) {
        throw e;
      }
      // Not a failure: it is in the outbox, or was sent.
    }
  }
}
