package inventory.model.queue;

import inventory.model.table.Attributes;
import inventory.model.table.ItemBuilder;
import inventory.model.table.Keys;
import inventory.model.table.Table;
import inventory.model.table.Values;
import java.time.Instant;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Why a message could not be processed when it was last received.
 *
 * @param reason what failed, for people
 * @param failedAt when it last failed
 * @param receives how often the message was received by then
 */
public record FailureItem(String reason, Instant failedAt, int receives) {

  private static final String REASON = "reason";
  private static final String FAILED_AT = "failedAt";
  private static final String RECEIVES = "receives";

  /** The key of the failure of a message in a queue of this name. */
  public static Map<String, AttributeValue> key(String queue, String messageId) {
    return Values.key(Keys.failures(queue), messageId);
  }

  /** The failure of an item of the table. */
  public static FailureItem of(Map<String, AttributeValue> item) {
    Attributes attributes = new Attributes(item);
    return new FailureItem(
        attributes.text(REASON),
        attributes.instant(FAILED_AT),
        attributes.optionalInt(RECEIVES).orElse(0));
  }

  /**
   * The item.
   *
   * @param expiresAt when the table deletes it
   */
  public Map<String, AttributeValue> toItem(String queue, String messageId, Instant expiresAt) {
    return new ItemBuilder(key(queue, messageId))
        .text(REASON, reason)
        .instant(FAILED_AT, failedAt)
        .number(RECEIVES, receives)
        .number(Table.EXPIRES_AT, expiresAt.getEpochSecond())
        .build();
  }
}
