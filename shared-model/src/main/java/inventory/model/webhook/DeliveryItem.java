package inventory.model.webhook;

import inventory.model.table.Attributes;
import inventory.model.table.ItemBuilder;
import inventory.model.table.Keys;
import inventory.model.table.Table;
import inventory.model.table.Values;
import inventory.model.webhook.WebhookDelivery.Attempt;
import inventory.model.webhook.WebhookDelivery.State;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A delivery in the partition of its endpoint. The state is part of the key, so one query finds
 * what is pending, oldest event first. A change of the state moves the item.
 */
public final class DeliveryItem {

  /** For how long a delivery is kept after its last change. */
  public static final Duration KEPT = Duration.ofDays(30);

  /** Condition: the delivery is in the table. */
  public static final String EXISTS = "attribute_exists(" + Table.PK + ")";

  private static final String SINCE = "since";
  private static final String ATTEMPTS = "attempts";
  private static final String NEXT_ATTEMPT = "nextAttempt";
  private static final String LAST_AT = "lastAt";
  private static final String LAST_STATUS = "lastStatus";
  private static final String LAST_ANSWER = "lastAnswer";
  private static final String REDRIVEN = "redriven";

  private DeliveryItem() {}

  /** The prefix of the sort keys of deliveries in a state. */
  public static String prefix(State state) {
    return state + "#";
  }

  /** The key of a delivery. */
  public static Map<String, AttributeValue> key(String endpointId, State state, String eventId) {
    return Values.key(Keys.webhook(endpointId), prefix(state) + eventId);
  }

  /** The delivery of an item of the table. */
  public static WebhookDelivery of(Map<String, AttributeValue> item) {
    Attributes attributes = new Attributes(item);
    String key = attributes.text(Table.SK);
    return new WebhookDelivery(
        EventAttributes.event(attributes),
        State.valueOf(key.substring(0, key.indexOf('#'))),
        attributes.instant(SINCE),
        Math.toIntExact(attributes.count(ATTEMPTS)),
        attributes.instant(NEXT_ATTEMPT),
        attributes
            .optionalInstant(LAST_AT)
            .map(
                at ->
                    new Attempt(
                        at, attributes.optionalInt(LAST_STATUS), attributes.text(LAST_ANSWER))),
        WebhookItem.decision(REDRIVEN, attributes));
  }

  /** The item. */
  public static Map<String, AttributeValue> toItem(
      String endpointId, WebhookDelivery delivery, Instant now) {
    ItemBuilder item =
        new ItemBuilder(key(endpointId, delivery.state(), delivery.event().id()))
            .instant(SINCE, delivery.since())
            .number(ATTEMPTS, delivery.attempts())
            .instant(NEXT_ATTEMPT, delivery.nextAttempt())
            .instant(LAST_AT, delivery.lastAttempt().map(Attempt::at))
            .number(LAST_STATUS, delivery.lastAttempt().flatMap(Attempt::status))
            .text(LAST_ANSWER, delivery.lastAttempt().map(Attempt::answer))
            .number(Table.EXPIRES_AT, now.plus(KEPT).getEpochSecond());
    EventAttributes.of(delivery.event()).forEach(item::put);
    delivery.redriven().ifPresent(decision -> WebhookItem.put(REDRIVEN, decision, item));
    return item.build();
  }
}
