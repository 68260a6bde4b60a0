package inventory.model.webhook;

import inventory.model.AlertId;
import inventory.model.table.Attributes;
import inventory.model.table.ItemBuilder;
import inventory.model.table.Values;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** An event as attributes of an item, or of a map inside of one. */
final class EventAttributes {

  private static final String ID = "eventId";
  private static final String TYPE = "type";
  private static final String TIME = "time";
  private static final String SUBJECT = "subject";
  private static final String SEQUENCE = "sequence";
  private static final String DATA = "data";
  private static final String TEXT = "text";

  private EventAttributes() {}

  /** The names in {@code data} also say which stock it is about, so no name is there twice. */
  static Map<String, AttributeValue> of(WebhookEvent event) {
    ItemBuilder item =
        new ItemBuilder(Map.of())
            .text(ID, event.id())
            .text(TYPE, event.type().name())
            .instant(TIME, event.time())
            .number(SEQUENCE, event.sequence())
            .put(DATA, value(event.data()))
            .text(TEXT, event.text());
    return event.alert().isPresent() ? item.build() : item.text(SUBJECT, event.subject()).build();
  }

  static WebhookEvent event(Attributes attributes) {
    Map<String, Object> data = map(attributes.item().get(DATA));
    Optional<AlertId> alert =
        attributes.has(SUBJECT)
            ? Optional.empty()
            : Optional.of(
                new AlertId(
                    (String) data.get(WebhookEvent.ITEM_ID),
                    Optional.ofNullable((String) data.get(WebhookEvent.WAREHOUSE))));
    return new WebhookEvent(
        attributes.text(ID),
        WebhookEventType.valueOf(attributes.text(TYPE)),
        attributes.instant(TIME),
        alert.map(WebhookEvent::subjectOf).orElseGet(() -> attributes.text(SUBJECT)),
        attributes.count(SEQUENCE),
        alert,
        data,
        attributes.text(TEXT));
  }

  private static AttributeValue value(Object value) {
    if (value instanceof Map<?, ?> map) {
      Map<String, AttributeValue> values = new TreeMap<>();
      map.forEach((name, inner) -> values.put((String) name, value(inner)));
      return AttributeValue.fromM(values);
    }
    if (value instanceof Boolean flag) {
      return AttributeValue.fromBool(flag);
    }
    return value instanceof Number number ? Values.number(number) : Values.text((String) value);
  }

  private static Map<String, Object> map(AttributeValue value) {
    Map<String, Object> map = new TreeMap<>();
    Attributes attributes = new Attributes(value.m());
    value.m().forEach((name, inner) -> map.put(name, read(attributes, name, inner)));
    return map;
  }

  private static Object read(Attributes attributes, String name, AttributeValue value) {
    if (value.hasM()) {
      return map(value);
    }
    if (value.bool() != null) {
      return value.bool();
    }
    return value.n() != null ? attributes.whole(name) : value.s();
  }
}
