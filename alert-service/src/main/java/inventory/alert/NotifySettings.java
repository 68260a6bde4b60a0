package inventory.alert;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.context.annotation.Context;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.core.bind.annotation.Bindable;
import java.util.regex.Pattern;

/**
 * How people are told. What the chosen way does not need may be absent.
 *
 * @param notifyBy {@code smtp} or {@code sns}; {@code INVENTORY_NOTIFY}
 * @param smtpHost the mail server; {@code INVENTORY_SMTP_HOST}
 * @param smtpPort the mail server's port; {@code INVENTORY_SMTP_PORT}
 * @param mailFrom the sender's address; {@code INVENTORY_MAIL_FROM}
 * @param mailPurchasing purchasing's address; {@code INVENTORY_MAIL_PURCHASING}
 * @param mailOperations operations' address; {@code INVENTORY_MAIL_OPERATIONS}
 * @param topicPurchasing the ARN of purchasing's topic; {@code INVENTORY_TOPIC_PURCHASING}
 * @param topicOperations the ARN of operations' topic; {@code INVENTORY_TOPIC_OPERATIONS}
 */
@Context
@ConfigurationProperties("inventory")
public record NotifySettings(
    @Nullable String notifyBy,
    @Nullable String smtpHost,
    @Bindable(defaultValue = "25") int smtpPort,
    @Nullable String mailFrom,
    @Nullable String mailPurchasing,
    @Nullable String mailOperations,
    @Nullable String topicPurchasing,
    @Nullable String topicOperations) {

  /** Notifications go out as e-mails. */
  static final String SMTP = "smtp";

  /** Notifications go to an SNS topic. */
  static final String SNS = "sns";

  private static final int MAX_PORT = 65_535;
  // Whether an address exists the mail server knows; this finds what is no address at all.
  private static final Pattern ADDRESS = Pattern.compile("[^\\s@<>,;]+@[^\\s@<>,;]+");
  private static final Pattern TOPIC = Pattern.compile("arn:[\\w-]+:sns:[\\w-]+:\\d+:[\\w.-]+");

  /** Checks the values that the chosen way needs. */
  public NotifySettings {
    Setting.require("INVENTORY_NOTIFY", notifyBy, "smtp or sns");
    switch (notifyBy) {
      case SMTP -> {
        checkServer(smtpHost, smtpPort);
        checkAddress("INVENTORY_MAIL_FROM", mailFrom);
        checkAddress("INVENTORY_MAIL_PURCHASING", mailPurchasing);
        checkAddress("INVENTORY_MAIL_OPERATIONS", mailOperations);
      }
      case SNS -> {
        checkTopic("INVENTORY_TOPIC_PURCHASING", topicPurchasing);
        checkTopic("INVENTORY_TOPIC_OPERATIONS", topicOperations);
      }
      default ->
          Setting.check(false, "INVENTORY_NOTIFY", notifyBy, "must be smtp or sns; set it to one");
    }
  }

  private static void checkServer(@Nullable String host, int port) {
    Setting.require("INVENTORY_SMTP_HOST", host, "the mail server's host name");
    Setting.check(
        port > 0 && port <= MAX_PORT,
        "INVENTORY_SMTP_PORT",
        port,
        "must be 1 to " + MAX_PORT + "; unset it for 25");
  }

  private static void checkAddress(String variable, @Nullable String address) {
    Setting.require(variable, address, "an e-mail address");
    Setting.check(
        ADDRESS.matcher(address).matches(),
        variable,
        address,
        "must be one e-mail address, as in stock@example.com; set it to one");
  }

  private static void checkTopic(String variable, @Nullable String topic) {
    Setting.require(variable, topic, "the ARN of a topic");
    Setting.check(
        TOPIC.matcher(topic).matches(),
        variable,
        topic,
        "must be an ARN, as in arn:aws:sns:eu-central-1:123456789012:inventory-purchasing;"
            + " set it to one");
  }
}
