package inventory.alert;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.context.annotation.Context;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.core.bind.annotation.Bindable;
import java.util.regex.Pattern;

/**
 * How purchasing is told. What the chosen way does not need may be absent.
 *
 * @param notifyBy {@code smtp} or {@code sns}; {@code INVENTORY_NOTIFY}
 * @param smtpHost the mail server; {@code INVENTORY_SMTP_HOST}
 * @param smtpPort the mail server's port; {@code INVENTORY_SMTP_PORT}
 * @param mailFrom the sender's address; {@code INVENTORY_MAIL_FROM}
 * @param mailPurchasing the recipient's address; {@code INVENTORY_MAIL_PURCHASING}
 * @param topicPurchasing the topic's ARN; {@code INVENTORY_TOPIC_PURCHASING}
 */
@Context
@ConfigurationProperties("inventory")
public record NotifySettings(
    @Nullable String notifyBy,
    @Nullable String smtpHost,
    @Bindable(defaultValue = "25") int smtpPort,
    @Nullable String mailFrom,
    @Nullable String mailPurchasing,
    @Nullable String topicPurchasing) {

  /** Notices go out as e-mails. */
  static final String SMTP = "smtp";

  /** Notices go to an SNS topic. */
  static final String SNS = "sns";

  private static final int MAX_PORT = 65_535;
  // Whether an address exists the mail server knows; this finds what is no address at all.
  private static final Pattern ADDRESS = Pattern.compile("[^\\s@<>,;]+@[^\\s@<>,;]+");
  private static final Pattern TOPIC = Pattern.compile("arn:[\\w-]+:sns:[\\w-]+:\\d+:[\\w.-]+");

  /** Checks the values that the chosen way needs. */
  public NotifySettings {
    Setting.require("INVENTORY_NOTIFY", notifyBy, "smtp or sns");
    switch (notifyBy) {
      case SMTP -> checkSmtp(smtpHost, smtpPort, mailFrom, mailPurchasing);
      case SNS -> checkSns(topicPurchasing);
      default ->
          Setting.check(false, "INVENTORY_NOTIFY", notifyBy, "must be smtp or sns; set it to one");
    }
  }

  private static void checkSmtp(
      @Nullable String host, int port, @Nullable String from, @Nullable String to) {
    Setting.require("INVENTORY_SMTP_HOST", host, "the mail server's host name");
    Setting.check(
        port > 0 && port <= MAX_PORT,
        "INVENTORY_SMTP_PORT",
        port,
        "must be 1 to " + MAX_PORT + "; unset it for 25");
    checkAddress("INVENTORY_MAIL_FROM", from);
    checkAddress("INVENTORY_MAIL_PURCHASING", to);
  }

  private static void checkAddress(String variable, @Nullable String address) {
    Setting.require(variable, address, "an e-mail address");
    Setting.check(
        ADDRESS.matcher(address).matches(),
        variable,
        address,
        "must be one e-mail address, as in stock@example.com; set it to one");
  }

  private static void checkSns(@Nullable String topic) {
    Setting.require("INVENTORY_TOPIC_PURCHASING", topic, "the ARN of the topic for purchasing");
    Setting.check(
        TOPIC.matcher(topic).matches(),
        "INVENTORY_TOPIC_PURCHASING",
        topic,
        "must be an ARN, as in arn:aws:sns:eu-central-1:123456789012:inventory-purchasing;"
            + " set it to one");
  }
}
