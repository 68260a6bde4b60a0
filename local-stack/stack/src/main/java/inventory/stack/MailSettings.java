package inventory.stack;

import java.net.URI;
import java.util.Map;

/** How alert-service is told to send its notices to a mail server of this machine. */
public record MailSettings(URI smtp) {

  /** The variable that says how notices are sent. */
  static final String NOTIFY = "INVENTORY_NOTIFY";

  /** Who is told of low stock, unless the settings say otherwise. */
  public static final String PURCHASING = "purchasing@example.com";

  /** Who is told of files, unless the settings say otherwise. */
  public static final String OPERATIONS = "operations@example.com";

  private static final String FROM = "inventory@example.com";

  /** Adds the variables; addresses that are set stay. */
  public void addTo(Map<String, String> environment) {
    environment.put(NOTIFY, "smtp");
    environment.put("INVENTORY_SMTP_HOST", smtp.getHost());
    environment.put("INVENTORY_SMTP_PORT", String.valueOf(smtp.getPort()));
    environment.putIfAbsent("INVENTORY_MAIL_FROM", FROM);
    environment.putIfAbsent("INVENTORY_MAIL_PURCHASING", PURCHASING);
    environment.putIfAbsent("INVENTORY_MAIL_OPERATIONS", OPERATIONS);
  }
}
