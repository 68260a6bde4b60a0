package inventory.model.resource;

import java.time.Duration;

/**
 * A queue of the system and its dead-letter queue.
 *
 * @param name the queue's name; ends in {@code .fifo} if order matters
 * @param visibilityTimeout how long a message that was received stays hidden from other consumers;
 *     consumers with longer work extend it while they live
 * @param maxReceiveCount after how many failed receives a message goes to the dead-letter queue
 * @param retention how long a message waits before it is lost; at most 14 days
 */
public record QueueDefinition(
    String name, Duration visibilityTimeout, int maxReceiveCount, Duration retention) {

  /** What the name of a FIFO queue ends in. */
  public static final String FIFO = ".fifo";

  /** Whether the queue keeps order within a message group. */
  public boolean fifo() {
    return name.endsWith(FIFO);
  }

  /** The dead-letter queue's name, which must be a FIFO queue's if this one is. */
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
   * The redrive policy, as the JSON that SQS takes.
   *
   * @param deadLetterArn the ARN of the queue of {@link #deadLetterName}
   */
  public String redrivePolicy(String deadLetterArn) {
    return "{\"deadLetterTargetArn\":\"%s\",\"maxReceiveCount\":%d}"
        .formatted(deadLetterArn, maxReceiveCount);
  }
}
