package inventory.alert.sns;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import inventory.alert.Notifications;
import inventory.alert.SnsServer;
import inventory.alert.notification.Audience;
import inventory.alert.notification.Notification;
import inventory.alert.outbox.Notifier;
import inventory.testkit.EmbeddedAws;
import inventory.testkit.Resources;
import io.micronaut.context.ApplicationContext;
import io.micronaut.core.type.Argument;
import io.micronaut.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sns.model.SnsException;

/** The requests to SNS as a server receives them. */
class SnsNotifierIT {

  private static final String ARN = "arn:aws:sns:eu-central-1:123456789012:";

  private static Resources resources;
  private static SnsServer server;
  private static ApplicationContext context;

  @BeforeAll
  static void start() throws IOException {
    resources = EmbeddedAws.newResources();
    server = new SnsServer(0);
    Map<String, Object> properties = new HashMap<>(resources.properties());
    properties.put("inventory.notify-by", "sns");
    properties.put("inventory.topic-purchasing", ARN + "inventory-purchasing");
    properties.put("inventory.topic-operations", ARN + "inventory-operations");
    properties.put("aws.services.sns.endpoint-override", server.endpoint().toString());
    properties.put("micronaut.jms.sqs.enabled", "false");
    context = ApplicationContext.builder().properties(properties).start();
  }

  @BeforeEach
  void forgetRequests() {
    server.requests().clear();
  }

  @AfterAll
  static void stop() {
    context.close();
    server.close();
    resources.close();
  }

  @Test
  void aNotificationHasATextForEachKindOfSubscriber() throws IOException {
    Notification notification = Notifications.ofStock("Köln", 1);

    context.getBean(Notifier.class).notify(notification);

    Map<String, String> request = server.requests().get(0);
    assertThat(request)
        .containsEntry("Action", "Publish")
        .containsEntry("TopicArn", ARN + "inventory-purchasing")
        .containsEntry("Subject", "Low stock: 1 item in Koln (1 out of stock)")
        .containsEntry("MessageStructure", "json");
    assertThat(forms(request))
        .isEqualTo(
            Map.of(
                "default",
                "Stock: Köln: Echo & <Plus> OUT (0)",
                "email",
                "Low stock: 1 item in Köln (1 out of stock)\n\n" + notification.text(),
                "sms",
                "Stock: Köln: Echo & <Plus> OUT (0)"));
  }

  @Test
  void notificationsOfFilesGoToTheTopicOfOperations() {
    context.getBean(Notifier.class).notify(Notifications.ofFile());

    assertThat(server.requests()).hasSize(1);
    assertThat(server.requests().get(0))
        .containsEntry("TopicArn", ARN + "inventory-operations")
        .containsEntry("Subject", "File REJECTED: a.csv");
  }

  /** A topic has subscribers and no addresses: a filter policy selects the rules. */
  @Test
  void aNotificationOfARuleGoesToThePurchasingTopicWithTheNameOfTheRule() {
    Audience north = new Audience.Rule("north", Audience.Purpose.DIGEST);

    context
        .getBean(Notifier.class)
        .notify(new Notification(north, "Stock digest", "text", "html", "short", Optional.empty()));

    assertThat(server.requests().get(0))
        .containsEntry("TopicArn", ARN + "inventory-purchasing")
        .containsEntry("MessageAttributes.entry.1.Name", "purpose")
        .containsEntry("MessageAttributes.entry.1.Value.StringValue", "DIGEST")
        .containsEntry("MessageAttributes.entry.2.Name", "rule")
        .containsEntry("MessageAttributes.entry.2.Value.StringValue", "north");
  }

  @Test
  void theLongestMessageFitsIntoSns() throws IOException {
    Notification notification = Notifications.ofStock("\uD83D\uDCE6".repeat(512), 300);

    context.getBean(Notifier.class).notify(notification);

    assertThat(server.requests().get(0).get("Message").getBytes(UTF_8))
        .hasSizeBetween(50_000, 256 * 1024);
    Files.delete(notification.list().orElseThrow().file());
  }

  @Test
  void aRefusalIsAnError() {
    server.refuse(1);

    assertThatThrownBy(() -> context.getBean(Notifier.class).notify(Notifications.ofFile()))
        .isInstanceOf(SnsException.class)
        .hasMessageContaining("Topic does not exist");
  }

  private static Map<String, String> forms(Map<String, String> request) throws IOException {
    return JsonMapper.createDefault()
        .readValue(request.get("Message"), Argument.mapOf(String.class, String.class));
  }
}
