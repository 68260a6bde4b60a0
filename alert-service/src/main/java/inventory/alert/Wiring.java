package inventory.alert;

import inventory.alert.domain.ChangeLists;
import inventory.alert.domain.LowStockCheck;
import inventory.alert.domain.Notifier;
import inventory.alert.domain.StockLevels;
import inventory.alert.dynamodb.Backoff;
import inventory.alert.dynamodb.DynamoDbStockLevels;
import inventory.alert.s3.S3ChangeLists;
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
import java.util.Properties;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sns.SnsClient;

/** Puts the parts together. */
@Factory
final class Wiring {

  private static final Duration MAIL_TIMEOUT = Duration.ofSeconds(10);

  @Singleton
  StockLevels stockLevels(DynamoDbClient dynamoDb, AlertSettings settings) {
    // Six waits of at most 3 seconds in all: past that the message's next receive tries again.
    Backoff backoff = new Backoff(7, Duration.ofMillis(50), Duration.ofSeconds(1));
    return new DynamoDbStockLevels(dynamoDb, settings.table(), backoff);
  }

  @Singleton
  ChangeLists changeLists(S3Client s3, AlertSettings settings, JsonMapper json) {
    return new S3ChangeLists(s3, settings.bucket(), json);
  }

  @Singleton
  LowStockCheck lowStockCheck(StockLevels levels, Notifier notifier, AlertSettings settings) {
    return new LowStockCheck(levels, notifier, settings.restockIfBelow());
  }

  /** Providers, so that only the way that was chosen is set up. */
  @Singleton
  Notifier notifier(
      NotifySettings settings, BeanProvider<EmailSender<?, ?>> mail, BeanProvider<SnsClient> sns) {
    return settings.notifyBy().equals(NotifySettings.SMTP)
        ? new SmtpNotifier(mail.get(), settings.mailFrom(), settings.mailPurchasing())
        : new SnsNotifier(sns.get(), settings.topicPurchasing());
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
