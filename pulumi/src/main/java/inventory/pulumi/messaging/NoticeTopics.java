package inventory.pulumi.messaging;

import com.pulumi.aws.sns.Topic;
import com.pulumi.aws.sns.TopicArgs;
import com.pulumi.aws.sns.TopicPolicy;
import com.pulumi.aws.sns.TopicPolicyArgs;
import com.pulumi.aws.sns.TopicSubscription;
import com.pulumi.aws.sns.TopicSubscriptionArgs;
import com.pulumi.core.Output;
import inventory.model.resource.Topics;
import inventory.pulumi.component.Component;
import inventory.pulumi.component.StackContext;
import inventory.pulumi.policy.Policies;
import inventory.pulumi.settings.Settings;
import inventory.pulumi.storage.EncryptionKey;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The topics of {@link Topics} and their subscriptions: e-mail and text messages. */
public final class NoticeTopics extends Component {

  private final Map<String, Topic> topics = new LinkedHashMap<>();

  public NoticeTopics(String name, StackContext base, EncryptionKey key) {
    super("NoticeTopics", name, base);
    Settings.People people = base.settings().people();
    declare(Topics.PURCHASING, base, key);
    subscribe(Topics.PURCHASING, people.purchasingEmail(), people.purchasingPhones());
    declare(Topics.OPERATIONS, base, key);
    subscribe(Topics.OPERATIONS, people.operationsEmail(), people.operationsPhones());
    complete();
  }

  /** The ARN of each topic, by the topic's name. */
  public Map<String, Output<String>> arns() {
    Map<String, Output<String>> arns = new LinkedHashMap<>();
    topics.forEach((name, topic) -> arns.put(name, topic.arn()));
    return arns;
  }

  /** The ARN of the topic with this name. */
  public Output<String> arn(String name) {
    return topics.get(name).arn();
  }

  private void declare(String name, StackContext base, EncryptionKey key) {
    Topic topic =
        new Topic(name, TopicArgs.builder().name(name).kmsMasterKeyId(key.arn()).build(), child());
    new TopicPolicy(
        name,
        TopicPolicyArgs.builder()
            .arn(topic.arn())
            .policy(
                Output.tuple(topic.arn(), base.accountId())
                    .applyValue(known -> policy(known.t1, known.t2)))
            .build(),
        child());
    topics.put(name, topic);
  }

  /** Services publish with their roles; alarms and the budget have none. */
  private static String policy(String topicArn, String account) {
    return Policies.document(
        List.of(
            Policies.requireTls("sns:Publish", topicArn),
            Policies.allow(
                "AllowAlarms",
                List.of("cloudwatch.amazonaws.com", "budgets.amazonaws.com"),
                List.of("sns:Publish"),
                topicArn,
                Policies.condition("StringEquals", "aws:SourceAccount", account))));
  }

  private void subscribe(String topic, String email, List<String> phones) {
    subscribe(topic, topic, "email", email);
    for (int i = 0; i < phones.size(); i++) {
      subscribe(topic + "-sms-" + i, topic, "sms", phones.get(i));
    }
  }

  private void subscribe(String name, String topic, String protocol, String endpoint) {
    new TopicSubscription(
        name,
        TopicSubscriptionArgs.builder()
            .topic(arn(topic))
            .protocol(protocol)
            .endpoint(endpoint)
            .build(),
        child());
  }
}
