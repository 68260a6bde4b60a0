package inventory.alert;

import inventory.alert.notification.Audience;
import inventory.alert.outbox.ListStore;
import inventory.alert.outbox.Notifier;
import inventory.alert.smtp.SmtpNotifier;
import inventory.alert.sns.SnsNotifier;
import io.micronaut.context.BeanProvider;
import io.micronaut.context.annotation.Factory;
import io.micronaut.email.EmailSender;
import io.micronaut.email.javamail.sender.SessionProvider;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import jakarta.mail.Session;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import software.amazon.awssdk.services.sns.SnsClient;

/** Makes the way to people that the settings name. */
@Factory
final class Channels {

  private static final Duration MAIL_TIMEOUT = Duration.ofSeconds(10);

  /** Providers, so that only the way that was chosen is set up. */
  @Singleton
  Notifier notifier(
      NotifySettings settings,
      ListStore lists,
      JsonMapper json,
      BeanProvider<EmailSender<?, ?>> mail,
      BeanProvider<SnsClient> sns) {
    return settings.notifyBy().equals(NotifySettings.SMTP)
        ? new SmtpNotifier(mail.get(), settings.mailFrom(), addresses(settings), lists)
        : new SnsNotifier(sns.get(), topics(settings), lists, json);
  }

  private static Map<Audience, String> addresses(NotifySettings settings) {
    return Map.of(
        Audience.PURCHASING, settings.mailPurchasing(),
        Audience.OPERATIONS, settings.mailOperations());
  }

  private static Map<Audience, String> topics(NotifySettings settings) {
    return Map.of(
        Audience.PURCHASING, settings.topicPurchasing(),
        Audience.OPERATIONS, settings.topicOperations());
  }

  @Singleton
  SessionProvider mailSession(NotifySettings settings) {
    String timeout = Long.toString(MAIL_TIMEOUT.toMillis());
    Properties properties = new Properties();
    properties.setProperty("mail.smtp.host", settings.smtpHost());
    properties.setProperty("mail.smtp.port", Integer.toString(settings.smtpPort()));
    properties.setProperty("mail.smtp.starttls.enable", "true");
    // Without these a mail server that hangs would hang the service.
    properties.setProperty("mail.smtp.connectiontimeout", timeout);
    properties.setProperty("mail.smtp.timeout", timeout);
    properties.setProperty("mail.smtp.writetimeout", timeout);
    Session session = Session.getInstance(properties);
    return () -> session;
  }
}
