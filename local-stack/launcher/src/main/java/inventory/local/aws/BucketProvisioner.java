package inventory.local.aws;

import inventory.model.resource.Inbox;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;
import software.amazon.awssdk.services.s3.model.CreateBucketRequest;
import software.amazon.awssdk.services.s3.model.Event;
import software.amazon.awssdk.services.s3.model.FilterRule;
import software.amazon.awssdk.services.s3.model.FilterRuleName;
import software.amazon.awssdk.services.s3.model.GetBucketNotificationConfigurationResponse;
import software.amazon.awssdk.services.s3.model.NoSuchBucketException;
import software.amazon.awssdk.services.s3.model.NotificationConfiguration;
import software.amazon.awssdk.services.s3.model.QueueConfiguration;

/** Creates the inbox bucket. */
final class BucketProvisioner {

  /** What the ids of our notifications begin with; others on the bucket are left as they are. */
  private static final String NOTIFICATION_ID = "inventory-ingest";

  private final S3Client s3;

  BucketProvisioner(S3Client s3) {
    this.s3 = s3;
  }

  /** Creates the bucket, with versions, and has it announce inventory files to the queue. */
  void provision(String bucket, String queueArn) {
    if (!exists(bucket)) {
      s3.createBucket(creation(bucket));
    }
    s3.putBucketVersioning(
        r ->
            r.bucket(bucket)
                .versioningConfiguration(v -> v.status(BucketVersioningStatus.ENABLED)));
    announce(bucket, queueArn);
  }

  private boolean exists(String bucket) {
    try {
      s3.headBucket(r -> r.bucket(bucket));
      return true;
    } catch (NoSuchBucketException e) {
      return false;
    }
  }

  /** S3 wants every region named but its first. */
  private CreateBucketRequest creation(String bucket) {
    CreateBucketRequest.Builder request = CreateBucketRequest.builder().bucket(bucket);
    Region region = s3.serviceClientConfiguration().region();
    if (!region.equals(Region.US_EAST_1)) {
      request.createBucketConfiguration(c -> c.locationConstraint(region.id()));
    }
    return request.build();
  }

  /** Puts nothing where nothing changes: S3 sends a test event for each put. */
  private void announce(String bucket, String queueArn) {
    GetBucketNotificationConfigurationResponse present =
        s3.getBucketNotificationConfiguration(r -> r.bucket(bucket));
    List<QueueConfiguration> queues = new ArrayList<>(present.queueConfigurations());
    queues.removeIf(queue -> queue.id() != null && queue.id().startsWith(NOTIFICATION_ID));
    Inbox.INGEST_SUFFIXES.forEach(suffix -> queues.add(notification(suffix, queueArn)));
    if (Set.copyOf(queues).equals(Set.copyOf(present.queueConfigurations()))) {
      return;
    }
    NotificationConfiguration all =
        NotificationConfiguration.builder()
            .queueConfigurations(queues)
            .topicConfigurations(present.topicConfigurations())
            .lambdaFunctionConfigurations(present.lambdaFunctionConfigurations())
            .eventBridgeConfiguration(present.eventBridgeConfiguration())
            .build();
    s3.putBucketNotificationConfiguration(r -> r.bucket(bucket).notificationConfiguration(all));
  }

  private static QueueConfiguration notification(String suffix, String queueArn) {
    FilterRule rule = FilterRule.builder().name(FilterRuleName.SUFFIX).value(suffix).build();
    return QueueConfiguration.builder()
        .id(NOTIFICATION_ID + suffix)
        .queueArn(queueArn)
        .events(Event.S3_OBJECT_CREATED)
        .filter(f -> f.key(k -> k.filterRules(rule)))
        .build();
  }
}
