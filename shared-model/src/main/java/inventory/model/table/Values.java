package inventory.model.table;

import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Short forms for attribute values and keys. */
public final class Values {

  private Values() {}

  /** A string. */
  public static AttributeValue text(String value) {
    return AttributeValue.fromS(value);
  }

  /** A number. */
  public static AttributeValue number(Number value) {
    return AttributeValue.fromN(value.toString());
  }

  /** The primary key of an item. */
  public static Map<String, AttributeValue> key(String pk, String sk) {
    return Map.of(Table.PK, text(pk), Table.SK, text(sk));
  }

  /** The primary key of an item that was read, or is to be written. */
  public static Map<String, AttributeValue> keyOf(Map<String, AttributeValue> item) {
    return Map.of(Table.PK, item.get(Table.PK), Table.SK, item.get(Table.SK));
  }
}
