package inventory.alert.sns;

import static org.assertj.core.api.Assertions.assertThat;

import inventory.alert.notification.Audience;
import inventory.alert.notification.Notification;
import io.micronaut.core.type.Argument;
import io.micronaut.json.JsonMapper;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** Notifications through an SNS that delivers to its subscribers. */
class SnsEndpointIT {

  @Test
  void aSubscriberOfTheTopicGetsTheNotification() throws Exception {
    try (SnsEndpoint endpoint = SnsEndpoint.open();
        SnsClient sns = at(endpoint, SnsClient.builder()).build();
        SqsClient sqs = at(endpoint, SqsClient.builder()).build()) {
      String topic = sns.createTopic(t -> t.name("inventory-purchasing")).topicArn();
      String queue = sqs.createQueue(q -> q.queueName("subscriber")).queueUrl();
      sns.subscribe(s -> s.topicArn(topic).protocol("sqs").endpoint(arn(sqs, queue)));

      new SnsNotifier(sns, Map.of(Audience.PURCHASING, topic), json()).notify(notification());

      List<Message> messages =
          sqs.receiveMessage(r -> r.queueUrl(queue).waitTimeSeconds(10)).messages();
      assertThat(messages).hasSize(1);
      assertThat(parsed(messages.get(0)))
          .containsEntry("TopicArn", topic)
          .containsEntry("Subject", "Low stock: 1 item in Koln")
          // AWS delivers the text for the subscriber's kind; the emulator delivers all texts.
          .hasEntrySatisfying(
              "Message", text -> assertThat(text).asString().contains("Stock: Shirt low (9)"));
    }
  }

  private static Notification notification() {
    return new Notification(
        Audience.PURCHASING,
        "Low stock: 1 item in Köln",
        "Level & more\n",
        "<p>Level</p>",
        "Stock: Shirt low (9)",
        Optional.empty());
  }

  private static String arn(SqsClient sqs, String queue) {
    return sqs.getQueueAttributes(
            a -> a.queueUrl(queue).attributeNames(QueueAttributeName.QUEUE_ARN))
        .attributes()
        .get(QueueAttributeName.QUEUE_ARN);
  }

  private static Map<String, Object> parsed(Message message) throws java.io.IOException {
    return json().readValue(message.body(), Argument.mapOf(String.class, Object.class));
  }

  private static JsonMapper json() {
    return JsonMapper.createDefault();
  }

  private static <B extends AwsClientBuilder<B, C>, C> B at(SnsEndpoint endpoint, B builder) {
    return builder
        .endpointOverride(URI.create(endpoint.url()))
        .region(Region.EU_CENTRAL_1)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("key", "secret")));
  }
}
