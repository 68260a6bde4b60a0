package inventory.pulumi;

import static org.assertj.core.api.Assertions.assertThat;

import inventory.model.resource.Topics;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class MailTopicsTest {

  private static Stack stack;

  @BeforeAll
  static void run() {
    stack = Stack.usual();
  }

  @Test
  void eachTopicIsMailedToItsPeople() {
    Map<String, Map<String, Object>> subscriptions =
        stack.inputs("aws:sns/topicSubscription:TopicSubscription");

    assertThat(subscriptions.get(Topics.PURCHASING))
        .isEqualTo(subscription(Topics.PURCHASING, "purchasing@example.com"));
    assertThat(subscriptions.get(Topics.OPERATIONS))
        .isEqualTo(subscription(Topics.OPERATIONS, "operations@example.com"));
  }

  private static Map<String, Object> subscription(String topic, String email) {
    return Map.of(
        "topic", Stack.arn(topic, "aws:sns/topic:Topic"), "protocol", "email", "endpoint", email);
  }
}
