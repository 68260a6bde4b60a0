package inventory.alert.sns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import inventory.alert.SnsServer;
import inventory.alert.domain.Notice;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.SnsException;

/** What goes over the wire to SNS, as a server receives it. */
class SnsNotifierIT {

  private static final String TOPIC = "arn:aws:sns:eu-central-1:123456789012:inventory-purchasing";

  @Test
  void aNoticeIsPublishedToTheTopic() throws IOException {
    try (SnsServer server = new SnsServer(0);
        SnsClient sns = client(server)) {
      new SnsNotifier(sns, TOPIC).notify(new Notice("Low stock: 1 item in Köln", "Level & more\n"));

      assertThat(server.requests())
          .containsExactly(
              Map.of(
                  "Action", "Publish",
                  "Version", "2010-03-31",
                  "TopicArn", TOPIC,
                  "Subject", "Low stock: 1 item in Koln",
                  "Message", "Low stock: 1 item in Köln\n\nLevel & more\n"));
    }
  }

  @Test
  void aRefusalIsAnError() throws IOException {
    try (SnsServer server = new SnsServer(1);
        SnsClient sns = client(server)) {
      assertThatThrownBy(
              () -> new SnsNotifier(sns, TOPIC).notify(new Notice("Low stock", "Level\n")))
          .isInstanceOf(SnsException.class)
          .hasMessageContaining("Topic does not exist");
    }
  }

  private static SnsClient client(SnsServer server) {
    return SnsClient.builder()
        .endpointOverride(server.endpoint())
        .region(Region.EU_CENTRAL_1)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("key", "secret")))
        .build();
  }
}
