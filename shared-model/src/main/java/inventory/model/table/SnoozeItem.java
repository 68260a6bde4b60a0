package inventory.model.table;

import inventory.model.AlertId;
import inventory.model.Position;
import java.time.Instant;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The end of an alert's snooze, in the index by that end.
 *
 * @param alert the alert
 * @param until when the snooze ends
 */
public record SnoozeItem(AlertId alert, Instant until) {

  private static final String SNOOZED_UNTIL = "snoozedUntil";

  /** Condition of a delete: the snooze ends at {@code :until}, an ISO 8601 instant. */
  public static final String ENDS = SNOOZED_UNTIL + " = :until";

  /** The key of the end of an alert's snooze. */
  public static Map<String, AttributeValue> key(AlertId alert) {
    return Values.key(Keys.item(alert.itemId()), Keys.snooze(alert));
  }

  /** The end of a snooze of an item of the table. */
  public static SnoozeItem of(Map<String, AttributeValue> item) {
    return new SnoozeItem(AlertItem.alertOf(item), new Attributes(item).instant(SNOOZED_UNTIL));
  }

  /** The item. */
  public Map<String, AttributeValue> toItem() {
    return new ItemBuilder(key(alert))
        .index(Keys.SNOOZES, Position.of(until, alert.digest()))
        .putAll(AlertItem.about(alert))
        .instant(SNOOZED_UNTIL, until)
        .build();
  }
}
