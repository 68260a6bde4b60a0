package inventory.launcher.generate;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Spells an event (requirement E2); a field that is not set is left out. */
final class EventJson {

  static final String PRODUCT_ID = "product_id";
  static final String PRODUCT_NAME = "product_name";
  static final String QUANTITY = "quantity";
  static final String CHANGE = "quantity_change";
  static final String TIMESTAMP = "timestamp";

  private static final JsonMapper JSON = new JsonMapper();
  private static final ZoneOffset SUMMER = ZoneOffset.ofHours(2);

  private final ObjectNode event = JSON.createObjectNode();
  private final ObjectNode product = JSON.createObjectNode();

  EventJson(String type) {
    event.put("event_type", type);
  }

  EventJson id(String id) {
    event.put("event_id", id);
    return this;
  }

  EventJson warehouse(String warehouse) {
    event.put("warehouse", warehouse);
    return this;
  }

  EventJson text(String field, String value) {
    product.put(field, value);
    return this;
  }

  EventJson number(String field, long value) {
    product.put(field, value);
    return this;
  }

  EventJson fraction(String field, double value) {
    product.put(field, value);
    return this;
  }

  EventJson without(String field) {
    product.remove(field);
    return this;
  }

  /** The time in UTC, as {@code 2023-09-11T12:00:00Z}. */
  EventJson utc(Instant time) {
    return text(TIMESTAMP, time.toString());
  }

  /** The time with another offset. */
  EventJson local(Instant time) {
    return text(TIMESTAMP, DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time.atOffset(SUMMER)));
  }

  @Override
  public String toString() {
    return event.deepCopy().set("product", product).toString();
  }
}
