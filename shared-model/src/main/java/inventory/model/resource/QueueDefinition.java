package inventory.model.resource;

import java.time.Duration;

/**
 * A queue of the system and its dead-letter queue.
 *
 * @param name the queue's name; ends in {@code .fifo} if order matters
 * @param visibilityTimeout how long a received message stays hidden from other consumers; a
 *     consumer that works longer extends it
 * @param maxReceiveCount after how many failed receives a message goes to the dead-letter queue
 * @param retention how long a message is kept; at most 14 days
 */
public record QueueDefinition(
    String name, Duration visibilityTimeout, int maxReceiveCount, Duration retention) {

  /** The suffix of a FIFO queue's name. */
  public static final String FIFO = ".fifo";

  /** Whether the queue keeps order within a message group. */
  public boolean fifo() {
    return name.endsWith(FIFO);
  }

  /** The dead-letter queue's name; it is a FIFO queue if this one is. */
  public String deadLetterName() {
    return fifo()
        ? name.substring(0, name.length() - FIFO.length()) + "-dlq" + FIFO
        : name + "-dlq";
  }

  /** The same queue under another name; FIFO stays FIFO only if the name says so. */
  public QueueDefinition named(String otherName) {
    return new QueueDefinition(otherName, visibilityTimeout, maxReceiveCount, retention);
  }

  /**
   * The redrive policy, as JSON for SQS.
   *
   * @param deadLetterArn the ARN of the queue of {@link #deadLetterName}
   */
  public String redrivePolicy(String deadLetterArn) {
    return "{\"deadLetterTargetArn\":\"%s\",\"maxReceiveCount\":%d}"
        .formatted(deadLetterArn, maxReceiveCount);
  }
}
