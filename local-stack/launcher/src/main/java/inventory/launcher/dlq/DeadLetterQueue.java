package inventory.launcher.dlq;

import inventory.model.resource.QueueDefinition;
import java.util.Optional;

/**
 * A dead-letter queue: a queue's, or the pipe's from the stream.
 *
 * @param source the queue's name, or the stream's
 * @param sourceUrl the queue's URL; empty for the stream, to which nothing is put back
 * @param name the dead-letter queue's name
 * @param url the dead-letter queue's URL
 */
public record DeadLetterQueue(String source, Optional<String> sourceUrl, String name, String url) {

  /** Whether both keep the order of each message group. */
  boolean isFifo() {
    return name.endsWith(QueueDefinition.FIFO);
  }
}
