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
 * @param smtpUser the user to log in as; null for no login
 * @param smtpPassword the user's password
 * @param smtpTls {@code optional} for TLS if the server offers it, {@code required}, or {@code
 *     implicit} for TLS from the first byte; null for {@code required} with a login, and for {@code
 *     optional} without
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
    @Nullable String smtpUser,
    @Nullable String smtpPassword,
    @Nullable
        @Pattern(
            regexp = "optional|required|implicit",
            message =
                "INVENTORY_SMTP_TLS is '{validatedValue}': it must be optional, required or"
                    + " implicit; unset it for required with INVENTORY_SMTP_USER, and for optional"
                    + " without")
        String smtpTls,
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

  private static final String OPTIONAL = "optional";

  static final String ADDRESS = "|[^\\s@<>,;]+@[^\\s@<>,;]+";
  static final String PORT =
      "INVENTORY_SMTP_PORT is '{validatedValue}': it must be 1 to 65535; unset it for 25";
  static final String UNSET = " is not set: set it to an e-mail address";
  static final String INVALID =
      " is '{validatedValue}': it must be one e-mail address, such as stock@example.com";

  /** A login needs both variables, and a password must not be sent in plain text. */
  public SmtpSettings {
    if ((smtpUser == null) != (smtpPassword == null)) {
      throw new IllegalArgumentException(
          "INVENTORY_SMTP_USER and INVENTORY_SMTP_PASSWORD: set both or none");
    }
    if (smtpUser != null && OPTIONAL.equals(smtpTls)) {
      throw new IllegalArgumentException(
          "INVENTORY_SMTP_TLS is 'optional' with INVENTORY_SMTP_USER: set it to required or"
              + " implicit, else the password might be sent in plain text");
    }
  }

  /** Whether nothing is sent without TLS. */
  boolean isTlsRequired() {
    return smtpTls == null ? smtpUser != null : !OPTIONAL.equals(smtpTls);
  }

  /** Whether the connection begins with TLS. */
  boolean isImplicitTls() {
    return "implicit".equals(smtpTls);
  }
}
