package inventory.pulumi.messaging;

import com.pulumi.aws.s3.BucketV2;
import com.pulumi.aws.sqs.Queue;
import com.pulumi.aws.sqs.QueueArgs;
import com.pulumi.aws.sqs.QueuePolicy;
import com.pulumi.aws.sqs.QueuePolicyArgs;
import com.pulumi.aws.sqs.RedriveAllowPolicy;
import com.pulumi.aws.sqs.RedriveAllowPolicyArgs;
import com.pulumi.core.Output;
import inventory.model.resource.Inbox;
import inventory.model.resource.QueueDefinition;
import inventory.model.resource.Queues;
import inventory.pulumi.component.Component;
import inventory.pulumi.component.Json;
import inventory.pulumi.component.StackContext;
import inventory.pulumi.policy.Policies;
import inventory.pulumi.storage.EncryptionKey;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All queues of {@link Queues}, each with its dead-letter queue (requirement O4). */
public final class MessageQueues extends Component {

  /** Longer than a function may work on a message. AWS refuses a shorter time. */
  private static final int HIDDEN_BY_FUNCTIONS_SECONDS = 330;

  private final boolean functions;
  private final List<QueueDefinition> definitions;
  private final Map<String, Queue> queues = new LinkedHashMap<>();
  private final Map<String, QueuePolicy> policies = new LinkedHashMap<>();

  public MessageQueues(String name, StackContext base, EncryptionKey key, BucketV2 inbox) {
    super("MessageQueues", name, base);
    functions = base.settings().functions();
    definitions = new ArrayList<>(Queues.ALL);
    if (functions) {
      definitions.add(Queues.LARGE);
    }
    definitions.forEach(definition -> declare(definition, key));
    queues.forEach((queueName, queue) -> policies.put(queueName, policy(queueName, queue, inbox)));
    complete();
  }

  /** All queues of the stack, without their dead-letter queues. */
  public List<QueueDefinition> definitions() {
    return List.copyOf(definitions);
  }

  /** The queue with this name. */
  public Queue queue(String name) {
    return queues.get(name);
  }

  /** The policy of the queue with this name: who may send to it. */
  QueuePolicy policy(String name) {
    return policies.get(name);
  }

  /** The URL of each queue, by the queue's name. */
  public Map<String, Output<String>> urls() {
    Map<String, Output<String>> urls = new LinkedHashMap<>();
    queues.forEach((name, queue) -> urls.put(name, queue.url()));
    return urls;
  }

  private void declare(QueueDefinition definition, EncryptionKey key) {
    Queue deadLetters =
        new Queue(
            definition.deadLetterName(),
            args(definition.deadLetterName(), definition, key).build(),
            child());
    Queue queue =
        new Queue(
            definition.name(),
            highThroughput(definition, args(definition.name(), definition, key))
                .redrivePolicy(deadLetters.arn().applyValue(definition::redrivePolicy))
                .build(),
            child());
    new RedriveAllowPolicy(
        definition.deadLetterName(),
        RedriveAllowPolicyArgs.builder()
            .queueUrl(deadLetters.url())
            .redriveAllowPolicy(queue.arn().applyValue(MessageQueues::redriveFrom))
            .build(),
        child());
    queues.put(definition.name(), queue);
    queues.put(definition.deadLetterName(), deadLetters);
  }

  private QueueArgs.Builder args(String name, QueueDefinition definition, EncryptionKey key) {
    QueueArgs.Builder args =
        QueueArgs.builder()
            .name(name)
            .visibilityTimeoutSeconds(visibilitySeconds(definition))
            .messageRetentionSeconds(Math.toIntExact(definition.retention().toSeconds()))
            .kmsMasterKeyId(key.arn());
    // SQS rejects the attribute, even as false, for a queue that is not a FIFO queue.
    return definition.fifo() ? args.fifoQueue(true) : args;
  }

  /** Tasks extend it; a function cannot, and itself makes what failed visible earlier. */
  private int visibilitySeconds(QueueDefinition definition) {
    boolean isTasks =
        definition.name().equals(Queues.VALIDATION) || definition.equals(Queues.LARGE);
    return functions && !isTasks
        ? HIDDEN_BY_FUNCTIONS_SECONDS
        : Math.toIntExact(definition.visibilityTimeout().toSeconds());
  }

  /** Limits per message group, for queues with many groups. */
  private static QueueArgs.Builder highThroughput(
      QueueDefinition definition, QueueArgs.Builder args) {
    return Queues.EVENTS.equals(definition.name())
        ? args.deduplicationScope("messageGroup").fifoThroughputLimit("perMessageGroupId")
        : args;
  }

  private static String redriveFrom(String queueArn) {
    return Json.write(
        Json.object("redrivePermission", "byQueue", "sourceQueueArns", List.of(queueArn)));
  }

  private QueuePolicy policy(String name, Queue queue, BucketV2 inbox) {
    Output<String> document =
        Inbox.ROUTES.stream().anyMatch(route -> route.queue().equals(name))
            ? Output.tuple(queue.arn(), inbox.arn())
                .applyValue(
                    arns ->
                        Policies.document(
                            List.of(
                                Policies.requireTls("sqs:*", arns.t1),
                                Policies.allowNotifications(arns.t1, arns.t2))))
            : queue
                .arn()
                .applyValue(arn -> Policies.document(List.of(Policies.requireTls("sqs:*", arn))));
    return new QueuePolicy(
        name, QueuePolicyArgs.builder().queueUrl(queue.url()).policy(document).build(), child());
  }
}
