package inventory.pulumi;

import com.pulumi.aws.s3.BucketNotification;
import com.pulumi.aws.s3.BucketNotificationArgs;
import com.pulumi.aws.s3.BucketV2;
import com.pulumi.aws.s3.inputs.BucketNotificationQueueArgs;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.Resource;
import inventory.model.resource.Inbox;
import java.util.List;

/** Which new objects are told to which queue (requirement I1). */
final class InboxNotifications extends Part {

  private static final String CREATED = "s3:ObjectCreated:*";

  InboxNotifications(String name, BucketV2 inbox, MessageQueues queues) {
    super("InboxNotifications", name);
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
    List<Resource> policies =
        Inbox.ROUTES.stream()
            .map(Inbox.Route::queue)
            .distinct()
            .<Resource>map(queues::policy)
            .toList();
    new BucketNotification(
        "inventory-inbox",
        BucketNotificationArgs.builder().bucket(inbox.id()).queues(rules).build(),
        // S3 sends a test message at once, and refuses the rules if it may not.
        CustomResourceOptions.builder().parent(this).dependsOn(policies).build());
    complete();
  }
}
