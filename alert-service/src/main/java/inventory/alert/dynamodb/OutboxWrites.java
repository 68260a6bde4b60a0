package inventory.alert.dynamodb;

import inventory.alert.domain.Transition;
import inventory.alert.notification.Audience;
import inventory.alert.outbox.StockEvent;
import inventory.alert.outbox.Trigger;
import inventory.model.table.OutboxItem;
import inventory.model.table.OutboxItem.Subject;
import java.time.Instant;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.Update;

/** Writes that put events into the outbox, as part of a transaction. */
final class OutboxWrites {

  private OutboxWrites() {}

  /** Puts a transition's event into the outbox. */
  static TransactWriteItem put(String table, Transition transition, Trigger trigger) {
    StockEvent event = transition.event();
    return put(
        table,
        Audience.PURCHASING,
        new OutboxItem.Alert(event.alert(), event.state(), event.number()),
        transition.due(),
        trigger);
  }

  private static TransactWriteItem put(
      String table, Audience audience, Subject subject, Instant due, Trigger trigger) {
    OutboxItem item =
        new OutboxItem(audience.name(), due, trigger.batch(), trigger.cause(), subject);
    return TransactWriteItem.builder().put(p -> p.tableName(table).item(item.toItem())).build();
  }

  /**
   * Puts an event for operations into the outbox together with a mark on its record, unless the
   * mark is already set.
   *
   * @param mark sets the mark on the condition that it is not set
   */
  static void putOnce(
      DynamoDbClient dynamoDb, String table, Update mark, Subject subject, Trigger trigger) {
    TransactWriteItem marking = TransactWriteItem.builder().update(mark).build();
    try {
      TransactWriteItem entry = put(table, Audience.OPERATIONS, subject, trigger.at(), trigger);
      dynamoDb.transactWriteItems(t -> t.transactItems(marking, entry));
    } catch (TransactionCanceledException e) {
      if (!"ConditionalCheckFailed".equals(e.cancellationReasons().get(0).code())) {
        throw e;
      }
      // Not a failure: the event is in the outbox or was sent.
    }
  }
}
