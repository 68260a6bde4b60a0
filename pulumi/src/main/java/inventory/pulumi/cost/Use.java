package inventory.pulumi.cost;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/**
 * How much of something is used in a month.
 *
 * @param price what is used
 * @param quantity in the price's units
 * @param why how much it is of what, in a phrase
 */
record Use(Price price, BigDecimal quantity, String why) {

  /** Of a number that is handy as a double; quantities are estimates. */
  static Use of(Price price, double quantity, String why) {
    return new Use(price, BigDecimal.valueOf(quantity), why);
  }

  /** Dollars for all of it. */
  BigDecimal listed() {
    return quantity.multiply(price.dollars());
  }

  /** Dollars for what is beyond the free part. */
  BigDecimal paid() {
    return quantity.subtract(price.free()).max(BigDecimal.ZERO).multiply(price.dollars());
  }

  /** As {@code String.formatted}, alike on every machine. */
  static String format(String pattern, Object... values) {
    return String.format(Locale.ROOT, pattern, values);
  }

  /** Dollars and cents. */
  static String text(BigDecimal dollars) {
    return format("%,.2f", dollars.setScale(2, RoundingMode.HALF_UP));
  }
}
