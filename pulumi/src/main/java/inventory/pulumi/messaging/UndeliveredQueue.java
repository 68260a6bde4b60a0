package inventory.pulumi.messaging;

import com.pulumi.aws.sqs.Queue;
import com.pulumi.aws.sqs.QueueArgs;
import com.pulumi.aws.sqs.QueuePolicy;
import com.pulumi.aws.sqs.QueuePolicyArgs;
import com.pulumi.core.Output;
import inventory.model.resource.Queues;
import inventory.pulumi.component.Component;
import inventory.pulumi.component.StackContext;
import inventory.pulumi.policy.Policies;
import inventory.pulumi.policy.Statement;
import inventory.pulumi.storage.EncryptionKey;
import java.util.List;
import java.util.Map;

/** A dead-letter queue of the pipe, or of schedules and rules. People read it. */
public final class UndeliveredQueue extends Component {

  /** The queue of schedules and rules: starts that failed. */
  public static final String STARTS = "inventory-starts-undelivered";

  private final Queue queue;

  /**
   * Declares the queue.
   *
   * @param name the queue's name
   */
  public UndeliveredQueue(String name, StackContext base, EncryptionKey key) {
    super("UndeliveredQueue", name, base);
    queue =
        new Queue(
            name,
            QueueArgs.builder()
                .name(name)
                .messageRetentionSeconds(Math.toIntExact(Queues.RETENTION.toSeconds()))
                .kmsMasterKeyId(key.arn())
                .build(),
            child());
    Output<String> document =
        Output.tuple(queue.arn(), base.arn("events", "rule/inventory-*"))
            .applyValue(arns -> policy(arns.t1, arns.t2));
    new QueuePolicy(
        name, QueuePolicyArgs.builder().queueUrl(queue.url()).policy(document).build(), child());
    complete();
  }

  /** Rules have no role to send with; the pipe and schedules have one. */
  private static String policy(String queueArn, String ruleArns) {
    Map<String, Object> rules =
        Policies.allow(
            "AllowRules",
            List.of("events.amazonaws.com"),
            List.of("sqs:SendMessage"),
            queueArn,
            Policies.condition("ArnLike", "aws:SourceArn", ruleArns));
    return Policies.document(List.of(Policies.requireTls("sqs:*", queueArn), rules));
  }

  /** The queue's name. */
  Output<String> name() {
    return queue.name();
  }

  /** The queue's ARN. */
  public Output<String> arn() {
    return queue.arn();
  }

  /** The permission to send to it. */
  public Statement send(String sid) {
    return Statement.allow(sid, List.of("sqs:SendMessage"), arn());
  }
}
