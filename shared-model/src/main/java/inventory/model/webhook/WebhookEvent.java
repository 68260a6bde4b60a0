package inventory.model.webhook;

import inventory.model.AlertId;
import inventory.model.Hex;
import inventory.model.Position;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * An event for endpoints. It states what was true at its time, and is the same in each attempt.
 *
 * @param id unique, sorts like the time, and is the same for the same fact; without dots
 * @param type its type
 * @param time when it happened
 * @param subject the path in the API of what it is about, below the version
 * @param sequence larger than that of every earlier event with the same subject, 0 or more
 * @param alert the stock that it is about, which {@code data} names, too; empty if it is not about
 *     stock
 * @param data texts, whole numbers, booleans, and maps of these, by their names
 * @param text the event in a sentence, for people
 */
public record WebhookEvent(
    String id,
    WebhookEventType type,
    Instant time,
    String subject,
    long sequence,
    Optional<AlertId> alert,
    Map<String, Object> data,
    String text) {

  /** The name of the item's id in the data of an event about stock. */
  public static final String ITEM_ID = "itemId";

  /** The name of the warehouse in the data of an event about stock; absent for a total. */
  public static final String WAREHOUSE = "warehouse";

  private static final int DIGEST = 16;

  /** Creates an event with its {@link #id}. */
  public static WebhookEvent of(
      WebhookEventType type,
      Instant time,
      String subject,
      long sequence,
      Optional<AlertId> alert,
      Map<String, Object> data,
      String text) {
    String fact = type + "#" + sequence + "#" + subject;
    String id =
        Position.time(time).replaceAll("[-:.]", "") + "-" + Hex.sha256(fact).substring(0, DIGEST);
    return new WebhookEvent(id, type, time, subject, sequence, alert, data, text);
  }

  /** The subject of events about the stock of an alert. */
  public static String subjectOf(AlertId alert) {
    String item = "items/" + encoded(alert.itemId());
    return alert.warehouse().map(name -> "warehouses/" + encoded(name) + "/" + item).orElse(item);
  }

  private static String encoded(String name) {
    return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
