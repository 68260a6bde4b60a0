package inventory.stack.aws;

import inventory.model.resource.QueueDefinition;
import inventory.model.resource.QueuePolicy;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueDoesNotExistException;

/** Creates queues, each with its dead-letter queue. */
public final class QueueProvisioner {

  private static final String BUCKET_ARN = "arn:aws:s3:::";

  private final SqsClient sqs;

  /** Creates them with this client. */
  public QueueProvisioner(SqsClient sqs) {
    this.sqs = sqs;
  }

  /** Creates both queues, or sets their attributes where they exist with others. */
  public void provision(QueueDefinition queue) {
    Map<QueueAttributeName, String> deadLetter = new HashMap<>();
    deadLetter.put(QueueAttributeName.MESSAGE_RETENTION_PERIOD, seconds(queue.retention()));
    String deadLetterUrl = ensure(queue.deadLetterName(), queue.fifo(), deadLetter);

    Map<QueueAttributeName, String> attributes = new HashMap<>(deadLetter);
    attributes.put(QueueAttributeName.VISIBILITY_TIMEOUT, seconds(queue.visibilityTimeout()));
    attributes.put(QueueAttributeName.REDRIVE_POLICY, queue.redrivePolicy(arn(deadLetterUrl)));
    ensure(queue.name(), queue.fifo(), attributes);
  }

  /** Creates a standard queue without a dead-letter queue, or sets how long its messages stay. */
  public void provision(String name, Duration retention) {
    ensure(name, false, Map.of(QueueAttributeName.MESSAGE_RETENTION_PERIOD, seconds(retention)));
  }

  /** Lets a bucket send its notifications to the queue, whose ARN this returns. */
  String allowNotifications(String queue, String bucket) {
    String url = sqs.getQueueUrl(r -> r.queueName(queue)).queueUrl();
    String arn = arn(url);
    String policy = QueuePolicy.allowNotifications(arn, BUCKET_ARN + bucket);
    sqs.setQueueAttributes(
        r -> r.queueUrl(url).attributes(Map.of(QueueAttributeName.POLICY, policy)));
    return arn;
  }

  private String ensure(String name, boolean fifo, Map<QueueAttributeName, String> attributes) {
    try {
      String url = sqs.getQueueUrl(r -> r.queueName(name)).queueUrl();
      sqs.setQueueAttributes(r -> r.queueUrl(url).attributes(attributes));
      return url;
    } catch (QueueDoesNotExistException e) {
      Map<QueueAttributeName, String> all = new HashMap<>(attributes);
      if (fifo) {
        all.put(QueueAttributeName.FIFO_QUEUE, "true");
      }
      return sqs.createQueue(r -> r.queueName(name).attributes(all)).queueUrl();
    }
  }

  private String arn(String url) {
    return sqs.getQueueAttributes(r -> r.queueUrl(url).attributeNames(QueueAttributeName.QUEUE_ARN))
        .attributes()
        .get(QueueAttributeName.QUEUE_ARN);
  }

  private static String seconds(Duration duration) {
    return String.valueOf(duration.toSeconds());
  }
}
