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

/** The bucket that the local environment has made, in the words of the cloud's declaration. */
record LocalInbox(AwsClients clients, String bucket) {

  /** Which keys are told to which queue. */
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

  /** The same of a declared bucket. */
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
