package inventory.launcher.bench;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The size of an item by DynamoDB's rules: the names of its attributes and their values. See
 * https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/CapacityUnitCalculations.html
 */
final class ItemSize {

  private static final int KILOBYTE = 1_024;

  private ItemSize() {}

  /** Bytes of an item. */
  static int bytes(Map<String, AttributeValue> item) {
    return item.entrySet().stream()
        .mapToInt(entry -> utf8(entry.getKey()) + bytes(entry.getValue()))
        .sum();
  }

  /** Kilobytes of an item, each begun one counted: the write units of a plain write. */
  static int kilobytes(Map<String, AttributeValue> item) {
    return (bytes(item) + KILOBYTE - 1) / KILOBYTE;
  }

  private static int bytes(AttributeValue value) {
    return switch (value.type()) {
      case S -> utf8(value.s());
      case N -> number(value.n());
      case B -> value.b().asByteArrayUnsafe().length;
      case BOOL, NUL -> 1;
      default ->
          throw new IllegalArgumentException("the table has no attribute of type " + value.type());
    };
  }

  /** A byte for every two significant digits, one more, and one for a minus. */
  private static int number(String text) {
    BigDecimal number = new BigDecimal(text);
    int digits = number.signum() == 0 ? 1 : number.stripTrailingZeros().precision();
    return (digits + 1) / 2 + 1 + (number.signum() < 0 ? 1 : 0);
  }

  private static int utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
