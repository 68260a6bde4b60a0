package inventory.alert.dynamodb;

import inventory.model.AlertId;
import inventory.model.table.Keys;
import inventory.model.table.Table;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Short forms for keys and attribute values. */
final class Attributes {

  private Attributes() {}

  static AttributeValue text(String value) {
    return AttributeValue.fromS(value);
  }

  static AttributeValue number(Number value) {
    return AttributeValue.fromN(value.toString());
  }

  static Optional<String> text(Map<String, AttributeValue> item, String name) {
    return Optional.ofNullable(item.get(name)).map(AttributeValue::s);
  }

  static Optional<Instant> instant(Map<String, AttributeValue> item, String name) {
    return text(item, name).map(Instant::parse);
  }

  static long number(Map<String, AttributeValue> item, String name, long otherwise) {
    return item.containsKey(name) ? Long.parseLong(item.get(name).n()) : otherwise;
  }

  static Map<String, AttributeValue> key(String pk, String sk) {
    return Map.of(Table.PK, text(pk), Table.SK, text(sk));
  }

  static Map<String, AttributeValue> alertKey(AlertId alert) {
    return key(Keys.item(alert.itemId()), Keys.alert(alert));
  }

  /** What an alert, a snooze or a notification is about. */
  static AlertId alert(Map<String, AttributeValue> item) {
    return new AlertId(item.get(Table.Alert.ITEM_ID).s(), text(item, Table.Alert.WAREHOUSE));
  }
}
