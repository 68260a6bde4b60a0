package inventory.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import inventory.alert.domain.FilePolicy;
import inventory.alert.domain.StockStatuses;
import inventory.alert.dynamodb.TotalStatuses;
import inventory.alert.dynamodb.WarehouseStatuses;
import inventory.alert.outbox.Notifier;
import inventory.alert.smtp.SmtpNotifier;
import inventory.alert.sns.SnsNotifier;
import inventory.alert.sqs.QueueSettings;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.exceptions.BeanContextException;
import io.micronaut.email.javamail.sender.SessionProvider;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.Session;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The settings that the service reads at its start, and the messages for invalid ones. */
class SettingsTest {

  private static final String ARN = "arn:aws:sns:eu-central-1:123456789012:";

  private static final Map<String, Object> SMTP =
      Map.of(
          "inventory.table", "inventory",
          "inventory.bucket", "inbox",
          "inventory.notify-by", "smtp",
          "inventory.smtp-host", "127.0.0.1",
          "inventory.mail-from", "stock@example.com",
          "inventory.mail-purchasing", "purchasing@example.com",
          "inventory.mail-operations", "operations@example.com");

  private static final Map<String, Object> SNS =
      Map.of(
          "inventory.table", "inventory",
          "inventory.bucket", "inbox",
          "inventory.notify-by", "sns",
          "inventory.topic-purchasing", ARN + "inventory-purchasing",
          "inventory.topic-operations", ARN + "inventory-operations");

  @Test
  void unsetSettingsHaveDefaults() {
    try (ApplicationContext context = start(SMTP)) {
      assertThat(context.getBean(AlertSettings.class))
          .isEqualTo(
              new AlertSettings(
                  "inventory",
                  "inbox",
                  "smtp",
                  null,
                  10,
                  "warehouse",
                  2,
                  false,
                  "problems",
                  Duration.ofHours(1),
                  Duration.ofSeconds(1)));
      assertThat(context.getBean(QueueSettings.class))
          .isEqualTo(new QueueSettings("inventory-alert", 1, "inventory-files", "inventory-runs"));
      assertThat(context.getBean(SmtpSettings.class))
          .isEqualTo(
              new SmtpSettings(
                  "127.0.0.1",
                  25,
                  null,
                  null,
                  null,
                  "stock@example.com",
                  "purchasing@example.com",
                  "operations@example.com"));
    }
  }

  @Test
  void settingsAreRead() {
    Map<String, Object> settings = new HashMap<>(SNS);
    settings.put("inventory.api", "https://stock.example.com");
    settings.put("inventory.restock-if-below", "0");
    settings.put("inventory.alert-scope", "total");
    settings.put("inventory.order-up-to", "100");
    settings.put("inventory.notify-recovery", "true");
    settings.put("inventory.file-notices", "all");
    settings.put("inventory.notice-interval", "0s");
    settings.put("inventory.retry-wait", "50ms");
    try (ApplicationContext context = start(settings)) {
      assertThat(context.getBean(AlertSettings.class))
          .isEqualTo(
              new AlertSettings(
                  "inventory",
                  "inbox",
                  "sns",
                  "https://stock.example.com",
                  0,
                  "total",
                  100,
                  true,
                  "all",
                  Duration.ZERO,
                  Duration.ofMillis(50)));
      assertThat(context.getBean(AlertSettings.class).filePolicy()).isEqualTo(FilePolicy.ALL);
    }
  }

  @Test
  void theSettingsChooseTheChannelAndTheScope() {
    Map<String, Object> total = new HashMap<>(SNS);
    total.put("inventory.alert-scope", "total");
    try (ApplicationContext smtp = start(SMTP);
        ApplicationContext sns = start(total)) {
      assertThat(smtp.getBean(Notifier.class)).isInstanceOf(SmtpNotifier.class);
      assertThat(sns.getBean(Notifier.class)).isInstanceOf(SnsNotifier.class);
      assertThat(smtp.getBean(StockStatuses.class)).isInstanceOf(WarehouseStatuses.class);
      assertThat(sns.getBean(StockStatuses.class)).isInstanceOf(TotalStatuses.class);
    }
  }

  @Test
  void aLoginRequiresTls() {
    Map<String, Object> login = new HashMap<>(SMTP);
    login.put("inventory.smtp-user", "stock");
    login.put("inventory.smtp-password", "secret");
    try (ApplicationContext context = start(login)) {
      Session session = context.getBean(SessionProvider.class).session();

      assertThat(session.getProperty("mail.smtp.auth")).isEqualTo("true");
      assertThat(session.getProperty("mail.smtp.starttls.required")).isEqualTo("true");
      assertThat(session.getProperty("mail.smtp.ssl.enable")).isEqualTo("false");
      PasswordAuthentication sent = session.requestPasswordAuthentication(null, 25, "smtp", "", "");
      assertThat(sent.getUserName()).isEqualTo("stock");
      assertThat(sent.getPassword()).isEqualTo("secret");
    }
    login.put("inventory.smtp-tls", "implicit");
    try (ApplicationContext context = start(login)) {
      assertThat(
              context.getBean(SessionProvider.class).session().getProperty("mail.smtp.ssl.enable"))
          .isEqualTo("true");
    }
    login.put("inventory.smtp-tls", "optional");
    assertThatThrownBy(() -> start(login).close())
        .rootCause()
        .hasMessageContaining("else the password might be sent in plain text");
  }

  @Test
  void aMailServerMayTakeTenMinutesToAnswer() {
    try (ApplicationContext context = start(SMTP)) {
      Session session = context.getBean(SessionProvider.class).session();

      assertThat(session.getProperty("mail.smtp.timeout")).isEqualTo("600000");
      assertThat(session.getProperty("mail.smtp.starttls.required")).isEqualTo("false");
    }
  }

  @Test
  void theVariableOfTheChannelIsRead() {
    Map<String, Object> settings = new HashMap<>(SNS);
    settings.remove("inventory.notify-by");
    settings.put("INVENTORY_NOTIFY", "sns");
    try (ApplicationContext context = start(settings)) {
      assertThat(context.getBean(Notifier.class)).isInstanceOf(SnsNotifier.class);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          smtp | table            |        | INVENTORY_TABLE is not set: set it to the table's name
          smtp | bucket           |        | INVENTORY_BUCKET is not set: set it to the inbox bucket's name
          smtp | restock-if-below | -1     | INVENTORY_RESTOCK_IF_BELOW is '-1': it must not be negative; unset it for 10
          smtp | alert-scope      | world  | INVENTORY_ALERT_SCOPE is 'world': it must be warehouse or total; unset it for warehouse
          smtp | order-up-to      | 0      | INVENTORY_ORDER_UP_TO is '0': it must be 1 to 100; unset it for 2
          smtp | order-up-to      | 101    | INVENTORY_ORDER_UP_TO is '101': it must be 1 to 100; unset it for 2
          smtp | file-notices     | ALL    | INVENTORY_FILE_NOTICES is 'ALL': it must be all, problems or none; unset it for problems
          smtp | alert-queue      | ' '    | INVENTORY_ALERT_QUEUE is blank: it must name the queue of changed items; unset it for inventory-alert
          smtp | files-queue      | ' '    | INVENTORY_FILES_QUEUE is blank: it must name the queue of finished files; unset it for inventory-files
          smtp | runs-queue       | ' '    | INVENTORY_RUNS_QUEUE is blank: it must name the queue of finished validation runs; unset it for inventory-runs
          smtp | alert-consumers  | 0      | INVENTORY_ALERT_CONSUMERS is '0': it must be 1 to 40; unset it for 1
          smtp | alert-consumers  | 41     | INVENTORY_ALERT_CONSUMERS is '41': it must be 1 to 40; unset it for 1
          smtp | notify-by        |        | INVENTORY_NOTIFY is not set: set it to smtp or sns
          smtp | notify-by        | fax    | INVENTORY_NOTIFY is 'fax': it must be smtp or sns
          smtp | smtp-host        |        | INVENTORY_SMTP_HOST is not set: set it to the mail server's host name
          smtp | smtp-port        | 65536  | INVENTORY_SMTP_PORT is '65536': it must be 1 to 65535; unset it for 25
          smtp | smtp-tls         | on     | INVENTORY_SMTP_TLS is 'on': it must be optional, required or implicit
          smtp | smtp-user        | stock  | INVENTORY_SMTP_USER and INVENTORY_SMTP_PASSWORD: set both or none
          smtp | mail-from        | nobody | INVENTORY_MAIL_FROM is 'nobody': it must be one e-mail address, such as stock@example.com
          smtp | mail-purchasing  | a@b,c@d | INVENTORY_MAIL_PURCHASING is 'a@b,c@d': it must be one e-mail address
          smtp | mail-operations  |        | INVENTORY_MAIL_OPERATIONS is not set: set it to an e-mail address
          sns  | topic-purchasing |        | INVENTORY_TOPIC_PURCHASING is not set: set it to the ARN of a topic
          sns  | topic-purchasing | topic  | INVENTORY_TOPIC_PURCHASING is 'topic': it must be an ARN, such as arn:aws:sns:
          sns  | topic-operations |        | INVENTORY_TOPIC_OPERATIONS is not set: set it to the ARN of a topic
          """)
  void anInvalidSettingStopsTheStartAndSaysWhatToDo(
      String way, String setting, String value, String message) {
    Map<String, Object> settings = new HashMap<>("sns".equals(way) ? SNS : SMTP);
    settings.put("inventory." + setting, value == null ? "" : value);

    assertThatThrownBy(() -> start(settings).close())
        .isInstanceOf(BeanContextException.class)
        .rootCause()
        .hasMessageContaining(message);
  }

  /**
   * Starts the service without consumers, which would need queues; the dispatchers find no table.
   */
  private static ApplicationContext start(Map<String, Object> settings) {
    return ApplicationContext.builder()
        .properties(settings)
        .properties(
            Map.of(
                "aws.region", "eu-central-1",
                "aws.access-key-id", "key",
                "aws.secret-key", "secret",
                "aws.services.dynamodb.endpoint-override", "http://127.0.0.1:1",
                "micronaut.jms.sqs.enabled", "false"))
        .start();
  }
}
