package inventory.e2e;

import inventory.stack.aws.AwsClients;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.s3.model.FilterRule;
import software.amazon.awssdk.services.s3.model.QueueConfiguration;

/** The bucket of the local environment, in the terms of the Pulumi program. */
record LocalInbox(AwsClients clients, String bucket) {

  /** The queue that S3 notifies for each prefix and suffix. */
  Set<Map<String, String>> notifications() {
    return clients
        .s3()
        .getBucketNotificationConfiguration(r -> r.bucket(bucket))
        .queueConfigurations()
        .stream()
        .map(LocalInbox::notification)
        .collect(Collectors.toSet());
  }

  private static Map<String, String> notification(QueueConfiguration configuration) {
    Map<String, String> notification = new TreeMap<>();
    for (FilterRule rule : configuration.filter().key().filterRules()) {
      notification.put(rule.nameAsString().toLowerCase(Locale.ROOT), rule.value());
    }
    notification.putIfAbsent("prefix", "");
    notification.put("queue", name(configuration.queueArn()));
    notification.put("events", configuration.eventsAsStrings().toString());
    return notification;
  }

  /** The same for a declared bucket. */
  static Set<Map<String, String>> ofCloud(Map<String, Object> declared) {
    return ((List<?>) declared.get("queues"))
        .stream().map(rule -> ofRule((Map<?, ?>) rule)).collect(Collectors.toSet());
  }

  private static Map<String, String> ofRule(Map<?, ?> rule) {
    return new TreeMap<>(
        Map.of(
            "prefix",
            (String) rule.get("filterPrefix"),
            "suffix",
            (String) rule.get("filterSuffix"),
            "queue",
            name((String) rule.get("queueArn")),
            "events",
            rule.get("events").toString()));
  }

  private static String name(String arn) {
    return arn.substring(arn.lastIndexOf(':') + 1);
  }

  String versioning() {
    return clients.s3().getBucketVersioning(r -> r.bucket(bucket)).statusAsString();
  }
}
