package inventory.pipe.sqs;

import inventory.pipe.domain.UnavailableException;
import java.util.function.Function;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;

/** A queue by its name; its URL is asked for once. */
final class QueueUrl {

  private final SqsClient sqs;
  private final String name;
  private volatile String url;

  QueueUrl(SqsClient sqs, String name) {
    this.sqs = sqs;
    this.name = name;
  }

  /**
   * Does something with the queue.
   *
   * @throws UnavailableException whatever the SDK throws: the queue may come back, or be created
   */
  <T> T call(Function<String, T> work) {
    try {
      if (url == null) {
        url = sqs.getQueueUrl(r -> r.queueName(name)).queueUrl();
      }
      return work.apply(url);
    } catch (SdkException e) {
      throw new UnavailableException("the queue " + name + " cannot be used: " + e.getMessage(), e);
    }
  }
}
