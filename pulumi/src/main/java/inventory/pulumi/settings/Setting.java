package inventory.pulumi.settings;

import java.util.Optional;
import java.util.function.Function;

/**
 * A setting of the stack.
 *
 * @param key its key in {@code Pulumi.<stack>.yaml}, namespace included
 * @param type what a value must be, in words
 * @param otherwise what it is where it is absent; empty if it must be set
 * @param example a value to show in the remedy
 * @param meaning what it is for, in words
 * @param parser makes the value of the text; throws IllegalArgumentException if that is none
 */
public record Setting<T>(
    String key,
    String type,
    Optional<String> otherwise,
    String example,
    String meaning,
    Function<String, T> parser) {

  /** A setting that must be set. */
  static <T> Setting<T> required(
      String key, String type, String example, String meaning, Function<String, T> parser) {
    return new Setting<>(key, type, Optional.empty(), example, meaning, parser);
  }

  /** A setting that is one value unless it is set, which serves as the example, too. */
  static <T> Setting<T> optional(
      String key, String type, String otherwise, String meaning, Function<String, T> parser) {
    return new Setting<>(key, type, Optional.of(otherwise), otherwise, meaning, parser);
  }

  /** The same setting with another example. */
  Setting<T> like(String other) {
    return new Setting<>(key, type, otherwise, other, meaning, parser);
  }

  /**
   * The value, or why there is none.
   *
   * @param text what the configuration has; empty if it has nothing
   * @throws IllegalArgumentException naming the key, the value, the rule and the remedy
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
    return "%s is %s: it must be %s; set it with: pulumi config set %s %s"
        .formatted(key, found, type, key, example);
  }
}
