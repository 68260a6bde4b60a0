package inventory.model.webhook;

import inventory.model.Position;
import inventory.model.table.Attributes;
import inventory.model.table.ItemBuilder;
import inventory.model.table.Keys;
import inventory.model.table.Values;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Events that no endpoint has in its list yet. One item has all events of one write, so that the
 * write needs one action for them, however many endpoints there are.
 *
 * @param at when they were written
 * @param events one or more, at most 50
 */
public record EventBatchItem(Instant at, List<WebhookEvent> events) {

  /** The prefix of the sort keys. */
  public static final String PREFIX = "EVENTS#";

  private static final String AT = "at";
  private static final String EVENTS = "events";

  /** The key: by time, then by the first event. */
  public Map<String, AttributeValue> key() {
    return Values.key(Keys.WEBHOOK_EVENTS, PREFIX + Position.of(at, events.get(0).id()));
  }

  /** The events of an item of the table. */
  public static EventBatchItem of(Map<String, AttributeValue> item) {
    Attributes attributes = new Attributes(item);
    return new EventBatchItem(
        attributes.instant(AT),
        attributes.maps(EVENTS).stream().map(EventAttributes::event).toList());
  }

  /** The item. */
  public Map<String, AttributeValue> toItem() {
    List<AttributeValue> values =
        events.stream().map(EventAttributes::of).map(AttributeValue::fromM).toList();
    return new ItemBuilder(key()).instant(AT, at).put(EVENTS, AttributeValue.fromL(values)).build();
  }
}
