package inventory.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SnsAlertIT {

  private static final String TOPIC = "arn:aws:sns:eu-central-1:123456789012:inventory-";

  @Test
  void aNotificationThatSnsRejectsIsRetriedUntilItIsAccepted() throws IOException {
    try (SnsServer sns = new SnsServer(2);
        AlertFixture alert =
            new AlertFixture(
                Map.of(
                    "inventory.notify-by",
                    "sns",
                    "inventory.topic-purchasing",
                    TOPIC + "purchasing",
                    "inventory.topic-operations",
                    TOPIC + "operations",
                    "inventory.retry-wait",
                    "10ms",
                    "aws.services.sns.endpoint-override",
                    sns.endpoint().toString()))) {
      alert.send(alert.levels().put("Berlin", "a", "Shirt", "9"));
      alert.awaitHandled();

      assertThat(sns.requests())
          .hasSize(3)
          .allSatisfy(
              request ->
                  assertThat(request)
                      .containsEntry("TopicArn", TOPIC + "purchasing")
                      .containsEntry("Subject", "Low stock: 1 item in Berlin"));
      assertThat(alert.mails()).isEmpty();
      assertThat(alert.deadLetters()).isEmpty();
    }
  }
}
