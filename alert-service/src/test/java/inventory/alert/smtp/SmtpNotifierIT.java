package inventory.alert.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import inventory.alert.Notifications;
import inventory.alert.notification.Audience;
import inventory.alert.notification.Notification;
import inventory.alert.outbox.Notifier;
import inventory.testkit.EmbeddedAws;
import inventory.testkit.Resources;
import io.micronaut.context.ApplicationContext;
import io.micronaut.email.EmailSender;
import jakarta.mail.internet.MimeMessage;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The e-mails that arrive at a mail server. */
class SmtpNotifierIT {

  private static Resources resources;
  private static ApplicationContext context;

  private final String id = UUID.randomUUID().toString();
  private final String purchasing = "purchasing-" + id + "@example.com";
  private final String operations = "operations-" + id + "@example.com";

  @BeforeAll
  static void start() {
    resources = EmbeddedAws.newResources();
    context = context(Map.of());
  }

  @AfterAll
  static void stop() {
    context.close();
    resources.close();
  }

  @Test
  void aNotificationIsAnEmailInPlainTextAndHtml() throws Exception {
    Notification notification = Notifications.ofStock("Köln", 2);

    send(notification);

    MimeMessage mail = Mailbox.only(purchasing);
    assertThat(mail.getFrom()).extracting(Object::toString).containsExactly("stock@example.com");
    assertThat(mail.getSubject()).isEqualTo("Low stock: 2 items in Köln (2 out of stock)");
    assertThat(mail.isMimeType("multipart/*")).isTrue();
    assertThat(Mailbox.part(mail, "text/plain")).contains(notification.text());
    assertThat(Mailbox.part(mail, "text/html"))
        .hasValueSatisfying(
            html ->
                assertThat(html)
                    .startsWith("<!DOCTYPE html>")
                    .contains(notification.html(), "Echo &amp; &lt;Plus&gt;", ">Köln<"));
    assertThat(Mailbox.attachments(mail)).isEmpty();
  }

  @Test
  void notificationsOfFilesGoToOperations() throws Exception {
    send(Notifications.ofFile());

    assertThat(Mailbox.only(operations).getSubject()).isEqualTo("File REJECTED: a.csv");
    assertThat(Mailbox.of(purchasing)).isEmpty();
  }

  @Test
  void theFullListIsAttached() throws Exception {
    Notification notification = Notifications.ofStock("Köln", 300);
    String list = Files.readString(notification.list().orElseThrow().file());

    send(notification);

    MimeMessage mail = Mailbox.only(purchasing);
    assertThat(Mailbox.attachments(mail)).isEqualTo(Map.of("low-stock.csv", list));
    assertThat(list.lines()).hasSize(301);
    assertThat(Mailbox.part(mail, "text/plain").orElseThrow())
        .endsWith("\nAll 300 items are attached in low-stock.csv.\n");
    assertThat(Mailbox.part(mail, "text/html").orElseThrow())
        .contains("<p>All 300 items are attached in low-stock.csv.</p>");
    Files.delete(notification.list().orElseThrow().file());
  }

  @Test
  void aListTooLargeForAnEmailIsLeftOut() throws Exception {
    Notification notification = Notifications.withList(5_000_001);

    send(notification);

    MimeMessage mail = Mailbox.only(purchasing);
    assertThat(Mailbox.attachments(mail)).isEmpty();
    assertThat(Mailbox.part(mail, "text/plain")).contains(notification.text());
    Files.delete(notification.list().orElseThrow().file());
  }

  @Test
  void aListOfFiveMegabytesIsAttached() throws Exception {
    Notification notification = Notifications.withList(5_000_000);

    send(notification);

    assertThat(Mailbox.attachments(Mailbox.only(purchasing)).get("low-stock.csv"))
        .hasSize(5_000_000);
    Files.delete(notification.list().orElseThrow().file());
  }

  @Test
  void nothingIsSentWithoutTlsIfTlsIsRequired() throws Exception {
    try (ApplicationContext safe = context(Map.of("inventory.smtp-tls", "required"))) {
      assertThatThrownBy(() -> safe.getBean(Notifier.class).notify(Notifications.ofFile()))
          .rootCause()
          .hasMessageContaining("STARTTLS is required");
    }
  }

  @Test
  void anUnreachableMailServerIsAnError() {
    try (ApplicationContext away = context(Map.of("inventory.smtp-port", "1"))) {
      assertThatThrownBy(() -> away.getBean(Notifier.class).notify(Notifications.ofFile()))
          .rootCause()
          .hasMessageContaining("Connection refused");
    }
  }

  @Test
  void anAddressThatDoesNotExistKeepsTheMailFromNobodyElse() throws Exception {
    try (RefusingMailServer server = new RefusingMailServer("nobody");
        ApplicationContext here =
            context(
                Map.of("inventory.smtp-host", "127.0.0.1", "inventory.smtp-port", server.port()))) {
      EmailSender<?, ?> sender = here.getBean(EmailSender.class);
      List<String> some = List.of("nobody@example.com", "a@example.com", "b@example.com");

      new SmtpNotifier(sender, "stock@example.com", audience -> some)
          .notify(Notifications.ofFile());

      assertThat(server.accepted()).containsExactly("a@example.com", "b@example.com");
      assertThatThrownBy(
              () ->
                  new SmtpNotifier(
                          sender, "stock@example.com", any -> List.of("nobody@example.com"))
                      .notify(Notifications.ofFile()))
          .as("nobody got it")
          .rootCause()
          .hasMessageContaining("no such user");
    }
  }

  private void send(Notification notification) {
    new SmtpNotifier(
            context.getBean(EmailSender.class),
            "stock@example.com",
            audience -> List.of(audience == Audience.PURCHASING ? purchasing : operations))
        .notify(notification);
  }

  private static ApplicationContext context(Map<String, Object> settings) {
    Map<String, Object> properties = new HashMap<>(resources.properties());
    properties.put("inventory.notify-by", "smtp");
    properties.put("inventory.mail-from", "stock@example.com");
    properties.put("inventory.mail-purchasing", "purchasing@example.com");
    properties.put("inventory.mail-operations", "operations@example.com");
    properties.put("micronaut.jms.sqs.enabled", "false");
    properties.putAll(settings);
    return ApplicationContext.builder().properties(properties).start();
  }
}
