package inventory.alert;

import io.micronaut.context.exceptions.ConfigurationException;
import io.micronaut.core.annotation.Nullable;

/** Checks settings at the start; a failure names the variable, its value, the rule, the remedy. */
final class Setting {

  private Setting() {}

  /** Throws unless the value is there. */
  static void require(String variable, @Nullable String value, String meaning) {
    if (value == null || value.isBlank()) {
      throw new ConfigurationException(variable + " is not set: set it to " + meaning);
    }
  }

  /** Throws unless the condition holds. */
  static void check(boolean condition, String variable, Object value, String rule) {
    if (!condition) {
      throw new ConfigurationException(variable + " is '" + value + "': it " + rule);
    }
  }
}
