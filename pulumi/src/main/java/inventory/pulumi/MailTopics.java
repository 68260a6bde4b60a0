package inventory.pulumi;

import com.pulumi.aws.sns.Topic;
import com.pulumi.aws.sns.TopicArgs;
import com.pulumi.aws.sns.TopicPolicy;
import com.pulumi.aws.sns.TopicPolicyArgs;
import com.pulumi.aws.sns.TopicSubscription;
import com.pulumi.aws.sns.TopicSubscriptionArgs;
import com.pulumi.core.Output;
import inventory.model.resource.Topics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The topics of {@link Topics}, and to whom each is mailed. */
final class MailTopics extends Part {

  private final Map<String, Output<String>> arns = new LinkedHashMap<>();

  MailTopics(String name, EncryptionKey key, Settings settings) {
    super("MailTopics", name);
    declare(Topics.PURCHASING, settings.purchasingEmail(), key);
    declare(Topics.OPERATIONS, settings.operationsEmail(), key);
    complete();
  }

  /** The ARN of each topic, by the topic's name. */
  Map<String, Output<String>> arns() {
    return arns;
  }

  private void declare(String name, String email, EncryptionKey key) {
    Topic topic =
        new Topic(name, TopicArgs.builder().name(name).kmsMasterKeyId(key.arn()).build(), child());
    new TopicPolicy(
        name,
        TopicPolicyArgs.builder()
            .arn(topic.arn())
            .policy(
                topic
                    .arn()
                    .applyValue(
                        arn -> Policies.document(List.of(Policies.requireTls("sns:Publish", arn)))))
            .build(),
        child());
    new TopicSubscription(
        name,
        TopicSubscriptionArgs.builder()
            .topic(topic.arn())
            .protocol("email")
            .endpoint(email)
            .build(),
        child());
    arns.put(name, topic.arn());
  }
}
