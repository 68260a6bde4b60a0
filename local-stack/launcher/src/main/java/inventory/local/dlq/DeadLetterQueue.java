package inventory.local.dlq;

import inventory.model.resource.QueueDefinition;

/**
 * A queue's dead-letter queue.
 *
 * @param source the queue's name
 * @param sourceUrl the queue's URL
 * @param name the dead-letter queue's name
 * @param url the dead-letter queue's URL
 */
public record DeadLetterQueue(String source, String sourceUrl, String name, String url) {

  /** Whether both keep the order of each message group. */
  boolean isFifo() {
    return name.endsWith(QueueDefinition.FIFO);
  }
}
