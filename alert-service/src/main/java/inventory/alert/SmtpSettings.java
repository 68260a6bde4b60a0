package inventory.alert;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Requires;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.core.bind.annotation.Bindable;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;

/**
 * The settings for notifications by e-mail, validated at start. Addresses are checked for their
 * form only; the mail server knows which exist.
 *
 * @param smtpHost the mail server
 * @param smtpPort the mail server's port
 * @param mailFrom the sender's address
 * @param mailPurchasing purchasing's address
 * @param mailOperations operations' address
 */
@Context
@Requires(property = Channels.NOTIFY_BY, value = Channels.SMTP)
@ConfigurationProperties("inventory")
public record SmtpSettings(
    @Nullable
        @NotBlank(message = "INVENTORY_SMTP_HOST is not set: set it to the mail server's host name")
        String smtpHost,
    @Bindable(defaultValue = "25")
        @Min(value = 1, message = SmtpSettings.PORT)
        @Max(value = 65_535, message = SmtpSettings.PORT)
        int smtpPort,
    @Nullable
        @NotBlank(message = "INVENTORY_MAIL_FROM" + SmtpSettings.UNSET)
        @Pattern(
            regexp = SmtpSettings.ADDRESS,
            message = "INVENTORY_MAIL_FROM" + SmtpSettings.INVALID)
        String mailFrom,
    @Nullable
        @NotBlank(message = "INVENTORY_MAIL_PURCHASING" + SmtpSettings.UNSET)
        @Pattern(
            regexp = SmtpSettings.ADDRESS,
            message = "INVENTORY_MAIL_PURCHASING" + SmtpSettings.INVALID)
        String mailPurchasing,
    @Nullable
        @NotBlank(message = "INVENTORY_MAIL_OPERATIONS" + SmtpSettings.UNSET)
        @Pattern(
            regexp = SmtpSettings.ADDRESS,
            message = "INVENTORY_MAIL_OPERATIONS" + SmtpSettings.INVALID)
        String mailOperations) {

  static final String ADDRESS = "|[^\\s@<>,;]+@[^\\s@<>,;]+";
  static final String PORT =
      "INVENTORY_SMTP_PORT is '{validatedValue}': it must be 1 to 65535; unset it for 25";
  static final String UNSET = " is not set: set it to an e-mail address";
  static final String INVALID =
      " is '{validatedValue}': it must be one e-mail address, such as stock@example.com";
}
