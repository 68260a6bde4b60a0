package inventory.alert.dynamodb;

import inventory.alert.domain.Transition;
import inventory.alert.outbox.Delivery;
import inventory.alert.outbox.StockEvent;
import inventory.alert.outbox.Trigger;
import inventory.model.table.OutboxItem;
import inventory.model.table.OutboxItem.Subject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.Update;

/** Writes that put events into the outbox, as part of a transaction. */
final class OutboxWrites {

  private OutboxWrites() {}

  /** Puts a transition's event into the outbox, once for each audience. */
  static List<TransactWriteItem> puts(String table, Transition transition, Trigger trigger) {
    StockEvent event = transition.event();
    return puts(
        table,
        new OutboxItem.Alert(event.alert(), event.state(), event.number()),
        transition.deliveries(),
        trigger);
  }

  private static List<TransactWriteItem> puts(
      String table, Subject subject, Collection<Delivery> deliveries, Trigger trigger) {
    return deliveries.stream()
        .map(
            to ->
                new OutboxItem(
                    to.audience().id(), to.due(), trigger.batch(), trigger.cause(), subject))
        .map(OutboxItem::toItem)
        .map(item -> TransactWriteItem.builder().put(p -> p.tableName(table).item(item)).build())
        .toList();
  }

  /**
   * Puts an event into the outbox together with a change of its record, unless the condition of the
   * change fails.
   *
   * @param mark usually sets a mark on the condition that it is not set
   */
  static void putOnce(
      DynamoDbClient dynamoDb,
      String table,
      Update mark,
      Subject subject,
      Collection<Delivery> deliveries,
      Trigger trigger) {
    List<TransactWriteItem> actions = new ArrayList<>();
    actions.add(TransactWriteItem.builder().update(mark).build());
    actions.addAll(puts(table, subject, deliveries, trigger));
    try {
      dynamoDb.transactWriteItems(t -> t.transactItems(actions));
    } catch (TransactionCanceledException e) {
      if (!"ConditionalCheckFailed".equals(e.cancellationReasons().get(0).code())) {
        throw e;
      }
      // Not a failure: the event is in the outbox or was sent, or its record is gone.
    }
  }
}
