package inventory.pulumi.settings;

import java.util.Optional;
import java.util.function.Function;

/**
 * A setting of the stack.
 *
 * @param key its key in {@code Pulumi.<stack>.yaml}, namespace included
 * @param type the rule for values, in words
 * @param otherwise the default; empty if the setting is required
 * @param example a value for the error message
 * @param meaning its purpose, in words
 * @param parser parses the text; throws IllegalArgumentException if the text breaks the rule
 */
public record Setting<T>(
    String key,
    String type,
    Optional<String> otherwise,
    String example,
    String meaning,
    Function<String, T> parser) {

  /** A required setting. */
  static <T> Setting<T> required(
      String key, String type, String example, String meaning, Function<String, T> parser) {
    return new Setting<>(key, type, Optional.empty(), example, meaning, parser);
  }

  /** A setting with a default, which is the example, too. */
  static <T> Setting<T> optional(
      String key, String type, String otherwise, String meaning, Function<String, T> parser) {
    return new Setting<>(key, type, Optional.of(otherwise), otherwise, meaning, parser);
  }

  /** The same setting with another example. */
  Setting<T> like(String other) {
    return new Setting<>(key, type, otherwise, other, meaning, parser);
  }

  /**
   * Parses a configured text.
   *
   * @param text the configured text; empty if the setting is absent
   * @throws IllegalArgumentException with the key, the value, the rule and the command that sets it
   */
  T read(Optional<String> text) {
    String value =
        text.or(() -> otherwise)
            .orElseThrow(() -> new IllegalArgumentException(refusal("not set")));
    try {
      return parser.apply(value);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(refusal("'" + value + "'"), e);
    }
  }

  private String refusal(String found) {
    return "%s is %s: it must be %s. Set it with: pulumi config set %s %s"
        .formatted(key, found, type, key, example);
  }
}
