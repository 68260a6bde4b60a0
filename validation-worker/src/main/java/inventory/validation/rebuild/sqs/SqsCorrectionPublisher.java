package inventory.validation.rebuild.sqs;

import inventory.model.StockKey;
import inventory.model.message.ChangedItems;
import inventory.model.movement.Movement;
import inventory.model.queue.QueueSender;
import inventory.validation.rebuild.CorrectionPublisher;
import io.micronaut.serde.ObjectMapper;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Publishes corrected items on the queue of alert-service. */
public final class SqsCorrectionPublisher implements CorrectionPublisher {

  /**
   * A message has at most 256 KB. An item's two names have up to 4 KB in UTF-8, and more when JSON
   * escapes them.
   */
  private static final int MAX_ITEMS = 30;

  private final QueueSender queue;
  private final String batch;

  /**
   * Sends to a queue.
   *
   * @param queue the queue's name
   * @param id the rebuild's id; all its corrections go into one notification
   */
  public SqsCorrectionPublisher(SqsClient sqs, String queue, ObjectMapper json, String id) {
    this.queue = new QueueSender(sqs, queue, json);
    this.batch = Movement.CORRECTION_PREFIX + id;
  }

  @Override
  public void publish(Collection<StockKey> corrected) {
    List<ChangedItems.Item> items = new ArrayList<>();
    for (StockKey key : corrected) {
      items.add(new ChangedItems.Item(key.warehouse(), key.itemId()));
      if (items.size() == MAX_ITEMS) {
        send(items);
        items.clear();
      }
    }
    if (!items.isEmpty()) {
      send(items);
    }
  }

  private void send(List<ChangedItems.Item> items) {
    queue.send(new ChangedItems(batch, "a rebuild of the levels", items, null));
  }
}
