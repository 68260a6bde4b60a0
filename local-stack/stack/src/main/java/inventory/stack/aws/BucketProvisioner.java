package inventory.stack.aws;

import inventory.model.resource.Inbox;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;
import software.amazon.awssdk.services.s3.model.CORSRule;
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

  /** A page may put what reporting-api has signed for it; its port is known later. */
  private static final CORSRule UPLOADS =
      CORSRule.builder()
          .allowedOrigins("http://127.0.0.1:*", "http://localhost:*")
          .allowedMethods("PUT")
          .allowedHeaders("*")
          .exposeHeaders("ETag", "x-amz-version-id")
          .maxAgeSeconds(3600)
          .build();

  private final S3Client s3;

  BucketProvisioner(S3Client s3) {
    this.s3 = s3;
  }

  /**
   * Creates the bucket, with versions, lets pages of this machine drop files, and has it announce
   * uploads.
   *
   * @param queueArns the ARN of each queue of {@link Inbox#ROUTES}, by its standard name
   */
  void provision(String bucket, Map<String, String> queueArns) {
    if (!exists(bucket)) {
      s3.createBucket(creation(bucket));
    }
    s3.putBucketVersioning(
        r ->
            r.bucket(bucket)
                .versioningConfiguration(v -> v.status(BucketVersioningStatus.ENABLED)));
    s3.putBucketCors(r -> r.bucket(bucket).corsConfiguration(c -> c.corsRules(UPLOADS)));
    announce(bucket, queueArns);
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
  private void announce(String bucket, Map<String, String> queueArns) {
    GetBucketNotificationConfigurationResponse present =
        s3.getBucketNotificationConfiguration(r -> r.bucket(bucket));
    List<QueueConfiguration> queues = new ArrayList<>(present.queueConfigurations());
    queues.removeIf(BucketProvisioner::isOurs);
    Inbox.ROUTES.forEach(route -> queues.add(notification(route, queueArns.get(route.queue()))));
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

  /** The ids of ours begin with their queue's name; others on the bucket are left as they are. */
  private static boolean isOurs(QueueConfiguration notification) {
    String id = notification.id();
    return id != null && Inbox.ROUTES.stream().anyMatch(route -> id.startsWith(route.queue()));
  }

  private static QueueConfiguration notification(Inbox.Route route, String queueArn) {
    List<FilterRule> rules = new ArrayList<>();
    if (!route.prefix().isEmpty()) {
      rules.add(rule(FilterRuleName.PREFIX, route.prefix()));
    }
    rules.add(rule(FilterRuleName.SUFFIX, route.suffix()));
    return QueueConfiguration.builder()
        .id(route.queue() + ":" + route.prefix() + "*" + route.suffix())
        .queueArn(queueArn)
        .events(Event.S3_OBJECT_CREATED)
        .filter(f -> f.key(k -> k.filterRules(rules)))
        .build();
  }

  private static FilterRule rule(FilterRuleName name, String value) {
    return FilterRule.builder().name(name).value(value).build();
  }
}
