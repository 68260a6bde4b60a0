package inventory.alert;

import inventory.alert.audience.Addresses;
import inventory.alert.audience.Recipients;
import inventory.alert.notification.Audience;
import inventory.alert.outbox.Notifier;
import inventory.alert.smtp.SmtpNotifier;
import inventory.alert.sns.SnsNotifier;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import io.micronaut.email.EmailSender;
import io.micronaut.email.javamail.sender.SessionProvider;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import jakarta.mail.Authenticator;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.Session;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import software.amazon.awssdk.services.sns.SnsClient;

/** Creates the notifier for the channel that the settings choose. */
@Factory
final class Channels {

  /** The property that chooses the channel. */
  static final String NOTIFY_BY = "inventory.notify-by";

  /** Notifications are sent by e-mail. */
  static final String SMTP = "smtp";

  /** Notifications are published to SNS topics. */
  static final String SNS = "sns";

  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(30);

  // How long a mail server may take after the end of an e-mail: RFC 5321, section 4.5.3.2.6. With
  // a shorter one, an e-mail that was accepted late would be sent again.
  private static final Duration ANSWER_TIMEOUT = Duration.ofMinutes(10);

  @Singleton
  @Requires(beans = SmtpSettings.class)
  Notifier smtpNotifier(EmailSender<?, ?> mail, Recipients recipients, SmtpSettings settings) {
    Addresses addresses =
        new Addresses(recipients, settings.mailPurchasing(), settings.mailOperations());
    return new SmtpNotifier(mail, settings.mailFrom(), addresses::of);
  }

  @Singleton
  @Requires(beans = SnsSettings.class)
  Notifier snsNotifier(SnsClient sns, SnsSettings settings, JsonMapper json) {
    Map<Audience, String> topics =
        Map.of(
            Audience.PURCHASING, settings.topicPurchasing(),
            Audience.OPERATIONS, settings.topicOperations());
    return new SnsNotifier(sns, topics, json);
  }

  @Singleton
  @Requires(beans = SmtpSettings.class)
  SessionProvider mailSession(SmtpSettings settings) {
    String timeout = Long.toString(ANSWER_TIMEOUT.toMillis());
    Properties properties = new Properties();
    properties.setProperty("mail.smtp.host", settings.smtpHost());
    properties.setProperty("mail.smtp.port", Integer.toString(settings.smtpPort()));
    properties.setProperty("mail.smtp.ssl.enable", "" + settings.isImplicitTls());
    properties.setProperty("mail.smtp.starttls.enable", "true");
    properties.setProperty("mail.smtp.starttls.required", "" + settings.isTlsRequired());
    properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
    // One address that does not exist must not keep an e-mail from the others.
    properties.setProperty("mail.smtp.sendpartial", "true");
    // Without time-outs a mail server that hangs would end all notifications.
    properties.setProperty(
        "mail.smtp.connectiontimeout", Long.toString(CONNECT_TIMEOUT.toMillis()));
    properties.setProperty("mail.smtp.timeout", timeout);
    properties.setProperty("mail.smtp.writetimeout", timeout);
    Session session = session(properties, settings);
    return () -> session;
  }

  private static Session session(Properties properties, SmtpSettings settings) {
    if (settings.smtpUser() == null) {
      return Session.getInstance(properties);
    }
    properties.setProperty("mail.smtp.auth", "true");
    return Session.getInstance(
        properties,
        new Authenticator() {
          @Override
          protected PasswordAuthentication getPasswordAuthentication() {
            return new PasswordAuthentication(settings.smtpUser(), settings.smtpPassword());
          }
        });
  }
}
