package inventory.validation.rebuild.sqs;

import inventory.model.StockKey;
import inventory.model.message.ChangedItems;
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
  private final String cause;

  /**
   * Sends to a queue.
   *
   * @param queue the queue's name
   * @param batch all items of a batch go into one notification
   * @param cause what changed the items, for people
   */
  public SqsCorrectionPublisher(
      SqsClient sqs, String queue, ObjectMapper json, String batch, String cause) {
    this.queue = new QueueSender(sqs, queue, json);
    this.batch = batch;
    this.cause = cause;
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
    queue.send(new ChangedItems(batch, cause, items, null));
  }
}
