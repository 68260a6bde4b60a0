package inventory.pulumi.settings;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Parses configured texts. Each parser throws IllegalArgumentException if a text breaks its rule.
 */
final class Parsers {

  // Checks the syntax only; AWS rejects addresses that do not exist.
  private static final Pattern ADDRESS = Pattern.compile("[^\\s@<>,;]+@[^\\s@<>,;]+");
  private static final Pattern PHONE = Pattern.compile("\\+[1-9][0-9]{6,14}");

  private static final Pattern PROGRAM =
      Pattern.compile(
          "([a-z][a-z0-9-]{0,30}):((?:read|write|operate)(?:\\+(?:read|write|operate)){0,2})");

  // API Gateway accepts fifty audiences.
  private static final int MAX_PROGRAMS = 20;

  private Parsers() {}

  /** A text that matches a pattern. */
  static Function<String, String> text(Pattern form) {
    return text -> {
      if (!form.matcher(text).matches()) {
        throw new IllegalArgumentException(text);
      }
      return text;
    };
  }

  /** One e-mail address. */
  static Function<String, String> address() {
    return text(ADDRESS);
  }

  /** E-mail addresses, separated by commas; an empty text has none. */
  static Function<String, List<String>> addresses() {
    return list(address());
  }

  /** Telephone numbers, separated by commas; an empty text has none. */
  static Function<String, List<String>> phones() {
    return list(text(PHONE));
  }

  /** At most twenty programs of different names, separated by commas; an empty text has none. */
  static Function<String, List<Settings.ApiProgram>> programs() {
    return list(Parsers::program)
        .andThen(
            programs -> {
              long names = programs.stream().map(Settings.ApiProgram::name).distinct().count();
              if (names < programs.size() || names > MAX_PROGRAMS) {
                throw new IllegalArgumentException(programs.toString());
              }
              return programs;
            });
  }

  private static Settings.ApiProgram program(String text) {
    Matcher matcher = PROGRAM.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(text);
    }
    List<String> scopes = Arrays.stream(matcher.group(2).split("\\+")).distinct().toList();
    return new Settings.ApiProgram(matcher.group(1), scopes);
  }

  private static <T> Function<String, List<T>> list(Function<String, T> parser) {
    return text ->
        text.isBlank()
            ? List.of()
            : Arrays.stream(text.split(",", -1)).map(String::strip).map(parser).toList();
  }

  /** Exactly {@code true} or {@code false}. */
  static Function<String, Boolean> flag() {
    return oneOf("true", "false").andThen(Boolean::valueOf);
  }

  /** One of these words. */
  static Function<String, String> oneOf(String... words) {
    return text -> {
      if (!List.of(words).contains(text)) {
        throw new IllegalArgumentException(text);
      }
      return text;
    };
  }

  /** A whole number within limits. */
  static Function<String, Integer> number(int least, int most) {
    return text -> {
      int number = Integer.parseInt(text);
      if (number < least || number > most) {
        throw new IllegalArgumentException(text);
      }
      return number;
    };
  }

  /** One of these whole numbers. */
  static Function<String, Integer> oneOf(List<Integer> numbers) {
    return text -> {
      int number = Integer.parseInt(text);
      if (!numbers.contains(number)) {
        throw new IllegalArgumentException(text);
      }
      return number;
    };
  }
}
