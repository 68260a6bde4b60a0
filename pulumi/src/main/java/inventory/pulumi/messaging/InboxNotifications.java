package inventory.pulumi.messaging;

import com.pulumi.aws.s3.BucketNotification;
import com.pulumi.aws.s3.BucketNotificationArgs;
import com.pulumi.aws.s3.BucketV2;
import com.pulumi.aws.s3.inputs.BucketNotificationQueueArgs;
import com.pulumi.aws.sqs.QueuePolicy;
import inventory.model.resource.Inbox;
import inventory.pulumi.component.Component;
import inventory.pulumi.component.StackContext;
import java.util.List;

/**
 * The notifications about new objects (requirement I1): which queue gets which. EventBridge gets
 * all, to start services that have no task.
 */
public final class InboxNotifications extends Component {

  private static final String CREATED = "s3:ObjectCreated:*";

  public InboxNotifications(String name, StackContext base, BucketV2 inbox, MessageQueues queues) {
    super("InboxNotifications", name, base);
    List<BucketNotificationQueueArgs> rules =
        Inbox.ROUTES.stream()
            .map(
                route ->
                    BucketNotificationQueueArgs.builder()
                        .events(CREATED)
                        .filterPrefix(route.prefix())
                        .filterSuffix(route.suffix())
                        .queueArn(queues.queue(route.queue()).arn())
                        .build())
            .toList();
    List<QueuePolicy> policies =
        Inbox.ROUTES.stream().map(Inbox.Route::queue).distinct().map(queues::policy).toList();
    new BucketNotification(
        "inventory-inbox",
        BucketNotificationArgs.builder().bucket(inbox.id()).queues(rules).eventbridge(true).build(),
        // S3 sends a test message at once, and rejects the rules if that fails.
        childAfter(policies));
    complete();
  }
}
