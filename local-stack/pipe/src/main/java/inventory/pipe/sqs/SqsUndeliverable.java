package inventory.pipe.sqs;

import inventory.pipe.domain.Undeliverable;
import software.amazon.awssdk.services.sqs.SqsClient;

/** A standard queue of SQS. */
public final class SqsUndeliverable implements Undeliverable {

  private final SqsClient sqs;
  private final QueueUrl queue;

  /**
   * Puts down in this queue.
   *
   * @param name its name
   */
  public SqsUndeliverable(SqsClient sqs, String name) {
    this.sqs = sqs;
    this.queue = new QueueUrl(sqs, name);
  }

  @Override
  public void put(String notice) {
    queue.call(url -> sqs.sendMessage(r -> r.queueUrl(url).messageBody(notice)));
  }
}
