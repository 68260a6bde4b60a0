package inventory.model.movement.dynamodb;

import java.math.BigInteger;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Short forms for attribute values. */
public final class Attributes {

  private Attributes() {}

  /** A string. */
  public static AttributeValue text(String value) {
    return AttributeValue.fromS(value);
  }

  /** A number. */
  public static AttributeValue number(Number value) {
    return AttributeValue.fromN(value.toString());
  }

  /** An attribute that is a string, if it is there. */
  public static Optional<String> text(Map<String, AttributeValue> item, String name) {
    return Optional.ofNullable(item.get(name)).map(AttributeValue::s);
  }

  /** An attribute that is a whole number, if it is there. */
  public static Optional<BigInteger> number(Map<String, AttributeValue> item, String name) {
    return Optional.ofNullable(item.get(name)).map(AttributeValue::n).map(BigInteger::new);
  }
}
